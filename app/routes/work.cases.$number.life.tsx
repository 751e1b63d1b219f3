import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeLife } from '#app/features/review/life-action.server.ts'
import { LifePage } from '#app/features/review/life-page.tsx'
import { lifeView } from '#app/features/review/life-view.server.ts'
import reviewStyles from '../styles/review.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reviewStyles }]

export const loader = ({ request, params, context }: LoaderFunctionArgs) => lifeView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const result = await changeLife(context, request, params.number)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Life() {
  return <LifePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
