import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RetentionPage } from '#app/features/records/retention-page.tsx'
import { changeRetention, retentionView } from '#app/features/records/retention.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => retentionView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeRetention(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Retention() {
  return <RetentionPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
