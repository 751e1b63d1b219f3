import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeLifecycle } from '#app/features/review/lifecycle-action.server.ts'
import { LifecyclePage } from '#app/features/review/lifecycle-page.tsx'
import { lifecycleView } from '#app/features/review/lifecycle-view.server.ts'
import reviewStyles from '../styles/review.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reviewStyles }]

export const loader = ({ request, params, context }: LoaderFunctionArgs) => lifecycleView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const result = await changeLifecycle(context, request, params.number)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Life() {
  return <LifecyclePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
