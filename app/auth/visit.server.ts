import type { AppLoadContext } from '@remix-run/node'
import type { CaseHead } from '#app/data/cases/index.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { actorOf } from '#app/data/organizations/index.server.ts'
import type { OpenStaffSession } from '#app/data/staff/index.server.ts'
import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { may, type Actor, type Deed, type Target } from '#machines/casework/permissions.ts'

/**
 * What the loaders of one request have begun to read, so that those of nested pages read it once. Only what reads takes part: an action
 * reads for itself, since it may end the session or change what the member may, and the loaders after it begin anew.
 */
export interface SharedReads {
  /** Who visits, by what asks. */
  readonly visits: Map<Asker, Promise<StaffVisit | null>>
  /** The case that the page of this request opens, by the number in its address. */
  readonly cases: Map<string | undefined, Promise<{ readonly found: CaseHead }>>
}

/** For a request that begins. */
export const createSharedReads = (): SharedReads => ({ visits: new Map(), cases: new Map() })

/** Whether a request only reads. */
export const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** What a page of the staff needs of Remix's load context. */
export type StaffContext = Pick<AppLoadContext, 'services' | 'reads'>

/** `page` where a page asks by itself, which must not keep an idle session open. */
type Asker = 'member' | 'page'

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

/** The member who is signed in in this browser; `null` where nobody is, or the session has ended. Loaders of one request ask together. */
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

/** The member who is signed in; others are led to the page that signs in. */
export async function requireStaffVisit(context: StaffContext, request: Request, by: Asker = 'member'): Promise<StaffVisit> {
  const visit = await findStaffVisit(context, request, by)
  if (!visit) throw new Response(null, { status: 303, headers: { Location: WORK_PATHS.signIn } })
  return visit
}

/** Whether an answer leads to the page that signs in. */
export const leadsToSignIn = (answer: unknown): answer is Response =>
  answer instanceof Response && answer.status === 303 && answer.headers.get('Location') === WORK_PATHS.signIn

/**
 * The one place where a page asks whether it may do what it is about to do.
 * @throws Response 404 where the target is of another organization (nobody learns that it exists), 403 where the role does not do this
 */
export function requirePermission({ actor }: StaffVisit, deed: Deed, target: Target): void {
  if (may(actor, deed, target)) return
  throw new Response(null, { status: actor.organizationId === target.organizationId ? 403 : 404 })
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly reads: SharedReads
  }
}
