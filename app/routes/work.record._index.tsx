import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordPageView } from '#app/features/records/record-page.server.ts'
import { RecordPage } from '#app/features/records/record-page.tsx'
import recordStyles from '../styles/records.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: recordStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => recordPageView(context, request)

export default function OrganizationRecord() {
  return <RecordPage view={useLoaderData<typeof loader>()} />
}
