import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeepingPage } from '#app/features/records/keeping-page.tsx'
import { changeKeeping, keepingView } from '#app/features/records/keeping.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => keepingView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await changeKeeping(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Keeping() {
  return <KeepingPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
