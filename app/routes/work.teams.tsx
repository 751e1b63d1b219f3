import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TeamsPage } from '#app/features/casework/teams-page.tsx'
import { changeTeams, teamsView } from '#app/features/casework/teams.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => teamsView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeTeams(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Teams() {
  return <TeamsPage view={useLoaderData<typeof loader>()} problems={useActionData<typeof action>()?.problems} />
}
