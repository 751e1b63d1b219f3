import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PacketPage } from '#app/features/claim/packet-page.tsx'
import { missingViews } from '#app/features/claim/review-view.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return { missing: missingViews(await requireVisit(services, request)) }
}

export default function Packet() {
  return <PacketPage {...useLoaderData<typeof loader>()} />
}
