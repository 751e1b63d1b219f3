import { findStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { reachOf, type Deed } from '#machines/casework/permissions.ts'

/** What stands around every page of the staff; `null` where nobody is signed in. */
export interface WorkFrame {
  readonly name: string
  readonly organization: string
  /** Minutes without a step after which the page goes away. */
  readonly idleMinutes: number
  readonly links: readonly { readonly to: string; readonly label: string }[]
}

/** Pages, each with what one may do there: who may do it somewhere sees the link. More pages add a line each. */
const LINKS: readonly { readonly to: string; readonly label: string; readonly deed: Deed }[] = [
  { to: '/work/cases', label: 'work:nav.cases', deed: 'read:case' },
  { to: '/work/due', label: 'due:nav', deed: 'read:case' },
  { to: '/work/receive', label: 'work:nav.receive', deed: 'create:case' },
  { to: '/work/members', label: 'work:nav.members', deed: 'read:member' },
  { to: '/work/teams', label: 'work:nav.teams', deed: 'read:team' },
  { to: '/work/record', label: 'records:nav.record', deed: 'read:audit' },
  { to: '/work/figures', label: 'records:nav.figures', deed: 'count:export' },
  { to: '/work/import', label: 'records:nav.import', deed: 'create:case' },
  { to: '/work/keeping', label: 'records:nav.keeping', deed: 'delete:case' },
]

/** What stands around the page of a request. */
export async function workFrame(context: StaffContext, request: Request): Promise<WorkFrame | null> {
  const visit = await findStaffVisit(context, request)
  if (!visit) return null
  return {
    name: visit.member.name,
    organization: visit.organization.name,
    idleMinutes: visit.organization.idleMinutes,
    links: [
      { to: '/work', label: 'work:nav.home' },
      ...LINKS.filter(({ deed }) => reachOf(visit.actor.role, deed) !== null),
      { to: '/work/security', label: 'work:nav.security' },
    ].map(({ to, label }) => ({ to, label })),
  }
}
