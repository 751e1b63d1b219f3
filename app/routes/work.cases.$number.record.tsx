import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { caseRecordView } from '#app/features/records/case-record-page.server.ts'
import { CaseRecordPage } from '#app/features/records/case-record-page.tsx'
import recordStyles from '../styles/records.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: recordStyles }]

export const loader = ({ request, params, context }: LoaderFunctionArgs) => caseRecordView(context, request, params.number)

export default function CaseActivity() {
  return <CaseRecordPage view={useLoaderData<typeof loader>()} />
}
