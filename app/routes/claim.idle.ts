import type { LoaderFunctionArgs } from '@remix-run/node'
import { idleEndParts } from '#app/features/claim/return/idle-end.server.tsx'

/** The parts that a page shows when it is idle. They contain nothing personal. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  new Response(idleEndParts(request), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
