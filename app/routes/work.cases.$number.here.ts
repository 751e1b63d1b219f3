import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit } from '#app/auth/visit.server.ts'

/** Notes that the member has the case open, and tells who else has. Pages ask now and then, which does not prolong the session. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { casework, actor } = await requireStaffVisit(context, request, 'page')
  return json({ others: granted(await casework.presence.see(actor, requireCaseNumber(params.number))) })
}
