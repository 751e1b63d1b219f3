import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MembersPage } from '#app/features/casework/members-page.tsx'
import { changeMembers, membersView } from '#app/features/casework/members.server.ts'

export const loader = ({ request, context: { services } }: LoaderFunctionArgs) => membersView(services, request)

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const result = await changeMembers(services, request)
  if (result instanceof Response) throw result
  return data(result, { status: 'link' in result ? 200 : 422 })
}

export default function Members() {
  return <MembersPage view={useLoaderData<typeof loader>()} returned={useActionData<typeof action>()} />
}
