import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit } from '#app/auth/visit.server.ts'
import { memberNames } from '#app/features/casework/member-names.server.ts'

/** Notes that somebody has the case open, and tells who else has. Pages ask it now and then, which keeps no session open. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireStaffVisit(services, request, 'page')
  const ids = granted(await visit.casework.presence.see(visit.actor, requireCaseNumber(params.number)))
  const names = await memberNames(visit)
  return json({ others: ids.flatMap(id => names.get(id) ?? []) })
}
