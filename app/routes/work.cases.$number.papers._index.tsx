import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useHeld } from '#app/components/use-held.ts'
import { EvidencePage } from '#app/features/claim/evidence-page.tsx'
import { casePapersView, changeCasePapers } from '#app/features/casefile/papers.server.ts'

export const loader = ({ request, params, context: { services } }: LoaderFunctionArgs) => casePapersView(services, request, params.number)

export async function action({ request, params, context: { services, clientAddress } }: ActionFunctionArgs) {
  const outcome = await changeCasePapers(services, request, params.number, clientAddress)
  if (outcome instanceof Response) throw outcome
  return data(outcome.view, { status: outcome.status })
}

export default function Papers() {
  const loaded = useLoaderData<typeof loader>()
  const view = useHeld(loaded, useActionData<typeof action>()) ?? loaded
  return <EvidencePage view={view} />
}
