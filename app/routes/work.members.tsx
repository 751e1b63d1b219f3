import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MembersPage } from '#app/features/casework/members-page.tsx'
import { changeMembers, membersView } from '#app/features/casework/members.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => membersView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeMembers(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 'link' in result ? 200 : 422 })
}

export default function Members() {
  return <MembersPage view={useLoaderData<typeof loader>()} returned={useActionData<typeof action>()} />
}
