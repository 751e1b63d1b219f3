import { findStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { scopeOf, type Permission } from '#machines/casework/permissions.ts'

/** The head and the navigation around every staff page; pages without a signed-in member have none. */
export interface WorkFrame {
  readonly name: string
  readonly organization: string
  /** Minutes without a key or a press after which the page is replaced with the sign-in page. */
  readonly idleMinutes: number
  readonly links: readonly { readonly to: string; readonly label: string }[]
}

/** Pages, each with its permission: a member sees the link if their role has it in any scope. A new page adds a line. */
const LINKS: readonly { readonly to: string; readonly label: string; readonly permission: Permission }[] = [
  { to: '/work/cases', label: 'work:nav.cases', permission: 'read:case' },
  { to: '/work/due', label: 'due:nav', permission: 'read:case' },
  { to: '/work/receive', label: 'work:nav.receive', permission: 'create:case' },
  { to: '/work/members', label: 'work:nav.members', permission: 'read:member' },
  { to: '/work/teams', label: 'work:nav.teams', permission: 'read:team' },
  { to: '/work/record', label: 'records:nav.record', permission: 'read:audit' },
  { to: '/work/figures', label: 'records:nav.figures', permission: 'count:export' },
  { to: '/work/import', label: 'records:nav.import', permission: 'create:case' },
  { to: '/work/keeping', label: 'records:nav.retention', permission: 'delete:case' },
]

/** The frame for the page of a request; `null` if no member is signed in. */
export async function workFrame(context: StaffContext, request: Request): Promise<WorkFrame | null> {
  const visit = await findStaffVisit(context, request)
  if (!visit) return null
  return {
    name: visit.member.name,
    organization: visit.organization.name,
    idleMinutes: visit.organization.idleMinutes,
    links: [
      { to: '/work', label: 'work:nav.home' },
      ...LINKS.filter(({ permission }) => scopeOf(visit.actor.role, permission) !== null),
      { to: '/work/security', label: 'work:nav.security' },
    ].map(({ to, label }) => ({ to, label })),
  }
}
