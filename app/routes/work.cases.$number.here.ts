import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit } from '#app/auth/visit.server.ts'

/** Notes that somebody has the case open, and tells who else has. Pages ask it now and then, which keeps no session open. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { casework, actor } = await requireStaffVisit(context, request, 'page')
  return json({ others: granted(await casework.presence.see(actor, requireCaseNumber(params.number))) })
}
