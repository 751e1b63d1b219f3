import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DuePage } from '#app/features/due/due-page.tsx'
import { dueView } from '#app/features/due/due.server.ts'
import dueStyles from '../styles/due.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: dueStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => dueView(context, request)

export default function Due() {
  return <DuePage view={useLoaderData<typeof loader>()} />
}
