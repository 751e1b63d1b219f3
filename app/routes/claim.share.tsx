import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeShares } from '#app/features/sharing/share-action.server.ts'
import { ConfirmPage, SharePage } from '#app/features/sharing/share-page.tsx'
import { shareView } from '#app/features/sharing/share-view.server.ts'

export const loader = ({ request, context: { services } }: LoaderFunctionArgs) => shareView(services, request)

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const outcome = await changeShares(services, request, clientAddress)
  if (outcome instanceof Response) throw outcome
  return data(outcome, { status: outcome.kind === 'refused' ? outcome.status : 200 })
}

export default function Share() {
  const view = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  if (outcome?.kind === 'confirm') return <ConfirmPage view={outcome.view} />
  return <SharePage view={view} refused={outcome} />
}
