import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReceivePage } from '#app/features/sharing/receive-page.tsx'
import { receiveView, showCode } from '#app/features/sharing/receive.server.ts'
import sharingStyles from '../styles/sharing.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sharingStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => receiveView(context, request)

export const action = ({ request, context }: ActionFunctionArgs) => showCode(context, request)

export default function Receive() {
  const view = useLoaderData<typeof loader>()
  return <ReceivePage view={useActionData<typeof action>() ?? view} />
}
