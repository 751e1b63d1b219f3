import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CopyPage } from '#app/features/casefile/copy-page.tsx'
import { copyView } from '#app/features/casefile/copy.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => copyView(context, request, params.number)

export default function Copy() {
  return <CopyPage view={useLoaderData<typeof loader>()} />
}
