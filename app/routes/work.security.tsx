import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodesPage } from '#app/features/casework/codes-page.tsx'
import { SecurityPage } from '#app/features/casework/security-page.tsx'
import { changeSecurity, securityView } from '#app/features/casework/security.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => securityView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeSecurity(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 'codes' in result ? 200 : 422 })
}

export default function Security() {
  const view = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  if (returned && 'codes' in returned) return <CodesPage codes={returned.codes} next="/work/security" />
  return <SecurityPage view={view} refused={returned} />
}
