import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NewCasePage } from '#app/features/caseload/new-case-page.tsx'
import { beginNewCase, newCaseView } from '#app/features/caseload/new-case.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => newCaseView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await beginNewCase(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function NewCase() {
  return <NewCasePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
