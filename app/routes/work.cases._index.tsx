import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ListPage } from '#app/features/caseload/list-page.tsx'
import { caseListView, changeList } from '#app/features/caseload/list.server.ts'
import caseloadStyles from '../styles/caseload.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: caseloadStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => caseListView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeList(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: result.problems.length + result.refused.length > 0 ? 422 : 200 })
}

export default function Cases() {
  const listed = useLoaderData<typeof loader>()
  return <ListPage view={useActionData<typeof action>() ?? listed} />
}
