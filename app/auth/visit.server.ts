import type { AppLoadContext } from '@remix-run/node'
import type { CaseHead } from '#app/data/cases/index.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { actorOf } from '#app/data/organizations/index.server.ts'
import type { OpenStaffSession } from '#app/data/staff/index.server.ts'
import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { may, type Actor, type Permission, type Target } from '#machines/casework/permissions.ts'

/**
 * The readings that the loaders of one request have begun, so that nested pages read it once. An action does not share it: it reads for
 * itself, since it may end the session or change what the member may do, and the loaders after it read anew.
 */
export interface SharedReads {
  /** The signed-in member, once for each kind of asker. */
  readonly visits: Map<Asker, Promise<StaffVisit | null>>
  /** The case that the page of this request opens, by the number in its address. */
  readonly cases: Map<string | undefined, Promise<{ readonly found: CaseHead }>>
}

/** Starts the shared reads of a new request. */
export const createSharedReads = (): SharedReads => ({ visits: new Map(), cases: new Map() })

/** Whether a request only reads. */
export const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** The part of Remix's load context that staff pages need. */
export type StaffContext = Pick<AppLoadContext, 'services' | 'reads'>

/** `page`: the script of a page asks on its own, which must not keep an idle session open. */
type Asker = 'member' | 'page'

/** A signed-in member, for one request. */
export interface StaffVisit extends OpenStaffSession {
  readonly casework: Casework
  /** The member, as {@link requirePermission} asks about them. */
  readonly actor: Actor
}

/** Addresses of the staff's pages. No address contains text that a person wrote. */
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
  retention: '/work/keeping',
  due: '/work/due',
  calendar: '/work/due/calendar',
} as const

/** Returns the staff's services; throws a 404 on a training server, as if the page did not exist. */
export function requireCasework({ casework }: Services): Casework {
  if (!casework) throw new Response(null, { status: 404 })
  return casework
}

/**
 * The member who is signed in in this browser; `null` where there is none, or the session has ended. Loaders of one request share the
 * answer.
 */
export function findStaffVisit({ services, reads }: StaffContext, request: Request, by: Asker = 'member'): Promise<StaffVisit | null> {
  if (!isRead(request)) return signedInNow(services, request, by)
  const visit = reads.visits.get(by) ?? signedInNow(services, request, by)
  reads.visits.set(by, visit)
  return visit
}

async function signedInNow(services: Services, request: Request, by: Asker): Promise<StaffVisit | null> {
  const casework = requireCasework(services)
  const cookie = findCookie(request, COOKIE_NAMES.staff)
  const open = cookie === null ? null : await casework.sessions.find(cookie, by)
  if (!open) return null
  return { ...open, casework, actor: actorOf(open.member) }
}

/** The member who is signed in; redirects other visitors to the sign-in page. */
export async function requireStaffVisit(context: StaffContext, request: Request, by: Asker = 'member'): Promise<StaffVisit> {
  const visit = await findStaffVisit(context, request, by)
  if (!visit) throw new Response(null, { status: 303, headers: { Location: WORK_PATHS.signIn } })
  return visit
}

/** Whether a response redirects to the sign-in page. */
export const leadsToSignIn = (answer: unknown): answer is Response =>
  answer instanceof Response && answer.status === 303 && answer.headers.get('Location') === WORK_PATHS.signIn

/**
 * The one place where a page asks whether the member may do what the page is about to do.
 * @throws Response 404 where the target belongs to another organization, so that the member does not learn that it exists; 403 where the
 * role lacks the permission
 */
export function requirePermission({ actor }: StaffVisit, permission: Permission, target: Target): void {
  if (may(actor, permission, target)) return
  throw new Response(null, { status: actor.organizationId === target.organizationId ? 403 : 404 })
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly reads: SharedReads
  }
}
