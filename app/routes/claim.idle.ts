import type { LoaderFunctionArgs } from '@remix-run/node'
import { idleEndParts } from '#app/features/claim/return/idle-end.server.tsx'

/** What a page shows when nobody goes on; nothing of anybody stands in it. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  new Response(idleEndParts(request), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
