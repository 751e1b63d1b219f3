import type { ActionFunctionArgs } from '@remix-run/node'
import { findStaffVisit, WORK_PATHS } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'

/** Leads to the start page, because only scripts use this address. */
export const loader = () => seeOther(WORK_PATHS.home)

/** Notes that the session is in use, because a page says so. It does not open a session that has ended. */
export async function action({ request, context }: ActionFunctionArgs) {
  await findStaffVisit(context, request)
  return new Response(null, { status: 204 })
}
