import type { ActionFunctionArgs } from '@remix-run/node'
import { findStaffVisit, WORK_PATHS } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'

/** A script's address, not a person's. */
export const loader = () => seeOther(WORK_PATHS.home)

/** A page in use says so, and the session is seen; one that has ended stays so. */
export async function action({ request, context }: ActionFunctionArgs) {
  await findStaffVisit(context, request)
  return new Response(null, { status: 204 })
}
