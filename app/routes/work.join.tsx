import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodesPage } from '#app/features/casework/codes-page.tsx'
import { JoinPage, OpenLinkPage } from '#app/features/casework/join-page.tsx'
import { join, joinLoaded } from '#app/features/casework/join.server.ts'

export const loader = ({ request, context: { services, clientAddress } }: LoaderFunctionArgs) =>
  joinLoaded(services, request, clientAddress)

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const result = await join(services, request, clientAddress)
  if (result instanceof Response) throw result
  const { status, returned, headers } = result
  return data(returned, { status, ...(headers && { headers }) })
}

export default function Join() {
  const loaded = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  if (returned && 'codes' in returned) return <CodesPage codes={returned.codes} next="/work" />
  if (loaded.at === 'link') return <OpenLinkPage problems={returned?.problems ?? []} />
  return <JoinPage view={loaded.view} returned={returned} />
}
