import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OverviewPage } from '#app/features/casefile/overview-page.tsx'
import { changeAbout, overviewView } from '#app/features/casefile/overview.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => overviewView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const result = await changeAbout(context, request, params.number)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Overview() {
  return <OverviewPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
