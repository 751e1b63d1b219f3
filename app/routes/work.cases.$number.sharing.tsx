import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { CaseSharingPage, HandedOverPage } from '#app/features/sharing/case-sharing-page.tsx'
import { caseSharingView, changeCaseSharing } from '#app/features/sharing/case-sharing.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => caseSharingView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await changeCaseSharing(context, request, params.number, context.clientAddress)
  if (outcome instanceof Response) throw outcome
  return data(outcome, { status: outcome.kind === 'refused' ? 422 : 200 })
}

/** Loads nothing again beside a phrase, which is shown once, because the organization may no longer open the case by then. */
export const shouldRevalidate = ({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  (actionResult as { kind?: string } | undefined)?.kind === 'words' ? false : defaultShouldRevalidate

export default function Sharing() {
  const view = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return outcome?.kind === 'words' ? <HandedOverPage {...outcome} /> : <CaseSharingPage view={view} refused={outcome} />
}
