import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countPapers } from '#app/features/claim/evidence/evidence-view.server.ts'
import { correctedPacketPage, packetPageView } from '#app/features/claim/packet/packet-page.server.ts'
import { PacketPage } from '#app/features/claim/packet/packet-page.tsx'
import { PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireVisit(services, request)
  return { ...packetPageView(visit), papers: await countPapers(services, visit), officialForm: services.officialForms.isKept() }
}

/** Shows choices that have to be corrected. The addresses that make papers send them on to here. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const visit = await requireVisit(services, request)
  const corrected = await correctedPacketPage(request, visit)
  if (!corrected) throw seeOther(PATHS.packet)
  return data({ ...corrected, papers: await countPapers(services, visit), officialForm: services.officialForms.isKept() }, { status: 422 })
}

export default function Packet() {
  const opened = useLoaderData<typeof loader>()
  return <PacketPage {...(useActionData<typeof action>() ?? opened)} />
}
