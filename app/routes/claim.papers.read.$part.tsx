import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePapers } from '#app/features/claim/evidence/evidence-view.server.ts'
import { requireChoices } from '#app/features/claim/packet/packet-order.server.ts'
import { requirePart, requireVisit } from '#app/features/claim/visit.server.ts'
import { PaperPage } from '#app/features/papers/paper-page.tsx'
import { paperView } from '#app/features/papers/paper-view.server.ts'

/** The papers without any choices, for a person who opens the address itself. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireVisit(services, request)
  return paperView(services, visit, requirePart(params.part), { options: {} }, await requirePapers(services, visit))
}

/** The papers with the choices of the packet page. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const visit = await requireVisit(services, request)
  return paperView(services, visit, requirePart(params.part), await requireChoices(request, visit), await requirePapers(services, visit))
}

export default function Paper() {
  const opened = useLoaderData<typeof loader>()
  return <PaperPage view={useActionData<typeof action>() ?? opened} />
}
