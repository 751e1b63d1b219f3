import type { Casework } from '#app/data/casework.server.ts'
import { actorOf } from '#app/data/members.server.ts'
import type { OpenStaffSession } from '#app/data/staff-sessions.server.ts'
import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { may, type Actor, type Deed, type Target } from '#machines/casework/permissions.ts'

/** A member at work, for one request. */
export interface StaffVisit extends OpenStaffSession {
  readonly casework: Casework
  /** Who asks, for {@link requirePermission}. */
  readonly actor: Actor
}

/** Addresses of the staff's part. Nothing that somebody wrote is ever part of one. */
export const WORK_PATHS = {
  home: '/work',
  signIn: '/work/sign-in',
  signOut: '/work/sign-out',
  passkey: '/work/passkey',
  join: '/work/join',
  members: '/work/members',
  teams: '/work/teams',
  security: '/work/security',
  record: '/work/record',
  figures: '/work/figures',
  import: '/work/import',
  keeping: '/work/keeping',
  due: '/work/due',
  calendar: '/work/due/calendar',
} as const

/** The staff's part; 404 on a server for training, as if there were no such page. */
export function requireCasework({ casework }: Services): Casework {
  if (!casework) throw new Response(null, { status: 404 })
  return casework
}

/**
 * The member who is signed in in this browser; `null` where nobody is, or the session has ended.
 * @param by `page` where a page asks by itself, which must not keep an idle session open
 */
export async function findStaffVisit(services: Services, request: Request, by: 'member' | 'page' = 'member'): Promise<StaffVisit | null> {
  const casework = requireCasework(services)
  const cookie = findCookie(request, COOKIE_NAMES.staff)
  const open = cookie === null ? null : await casework.sessions.find(cookie, by)
  if (!open) return null
  return { ...open, casework, actor: actorOf(open.member) }
}

/** The member who is signed in; others are led to the page that signs in. */
export async function requireStaffVisit(services: Services, request: Request, by: 'member' | 'page' = 'member'): Promise<StaffVisit> {
  const visit = await findStaffVisit(services, request, by)
  if (!visit) throw new Response(null, { status: 303, headers: { Location: WORK_PATHS.signIn } })
  return visit
}

/** Whether an answer leads to the page that signs in. */
export const leadsToSignIn = (answer: unknown): answer is Response =>
  answer instanceof Response && answer.status === 303 && answer.headers.get('Location') === WORK_PATHS.signIn

/** Everything in a member's own organization that belongs to no team and nobody: the organization itself, its list of teams. */
export const wholeOrganization = ({ actor: { organizationId } }: StaffVisit): Target => ({ organizationId, teamId: NO_TEAM, ownerIds: [] })

/** No team has this id, so a target with it is of the organization, not of those without a team. */
const NO_TEAM = ''

/** What is of the member's own team. */
export const ownTeam = ({ actor: { organizationId, teamId } }: StaffVisit): Target => ({ organizationId, teamId, ownerIds: [] })

/** What is the member's own. */
export const oneself = ({ actor: { organizationId, teamId, memberId } }: StaffVisit): Target => ({
  organizationId,
  teamId,
  ownerIds: [memberId],
})

/**
 * The one place where a page asks whether it may do what it is about to do.
 * @throws Response 404 where the target is of another organization (nobody learns that it exists), 403 where the role does not do this
 */
export function requirePermission({ actor }: StaffVisit, deed: Deed, target: Target): void {
  if (may(actor, deed, target)) return
  throw new Response(null, { status: actor.organizationId === target.organizationId ? 403 : 404 })
}
