import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useHeld } from '#app/components/use-held.ts'
import { EvidencePage } from '#app/features/claim/evidence/evidence-page.tsx'
import { casePapersView, changeCasePapers } from '#app/features/casefile/papers.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => casePapersView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await changeCasePapers(context, request, params.number, context.clientAddress)
  if (outcome instanceof Response) throw outcome
  return data(outcome.view, { status: outcome.status })
}

export default function Papers() {
  const loaded = useLoaderData<typeof loader>()
  const view = useHeld(loaded, useActionData<typeof action>()) ?? loaded
  return <EvidencePage view={view} />
}
