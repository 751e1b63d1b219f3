import { createHmac } from 'node:crypto'
import {
  type Cell,
  type CaseworkContext,
  type MemberView,
  openCell,
  openMember,
  openOrganization,
  type OrganizationKey,
  type OrganizationView,
  sealCell,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { isLeft, SEEN_SECONDS } from '#app/data/drafts/index.server.ts'
import type { Member, Organization, StaffSession } from '../generated/sqlite/client.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'
import { findSessionKey, makeSessionKey, type SessionKey } from '#app/keys/session-key.server.ts'

/** Hours after which a member signs in again, however busy they are: a working day. */
export const STAFF_SESSION_HOURS = 12
/** Minutes after signing in within which ways to sign in may be changed; later, the member signs in once more. */
export const FRESH_MINUTES = 10

/** A member who is signed in. */
export interface OpenStaffSession {
  readonly sessionId: string
  readonly member: MemberView
  readonly organization: OrganizationView
  /** Whether the member signed in a moment ago. */
  readonly fresh: boolean
}

/** One line of a member's list of sessions. */
interface StaffSessionView {
  readonly id: string
  /** Kind of browser, as it was given at sign-in. */
  readonly browser: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** Browsers in which members are signed in. `cookie` is the session cookie's value, as it came. */
export interface StaffSessions {
  /**
   * The member who is signed in with this cookie; `null` where there is none, or the session has ended.
   * @param by `page` where the page's script asks by itself, again and again, which does not keep the session open
   */
  readonly find: (cookie: string | null, by?: 'member' | 'page') => Promise<OpenStaffSession | null>
  /** Signs out in this browser. */
  readonly end: (cookie: string | null) => Promise<void>
  /** Latest first. */
  readonly list: (memberId: string) => Promise<readonly StaffSessionView[]>
  /** Ends one session of the member; another's is left alone. */
  readonly revoke: (memberId: string, sessionId: string) => Promise<void>
  /** Ends all sessions of the member but one. */
  readonly revokeOthers: (memberId: string, sessionId: string) => Promise<void>
}

const browserCell = (row: string): Cell => ({ table: 'StaffSession', row, column: 'browser' })
const proofPlace = (sessionId: string, memberId: string) => `StaffSession:${sessionId}:proof:${memberId}`
/** Neither the cookie nor the key file alone makes a session. */
const proofKey = ({ sealing }: CaseworkContext, session: SessionKey) => createHmac('sha256', sealing).update(session.wrapping).digest()

/**
 * Makes a session in the transaction in which a member proves who they are.
 * @returns value of the cookie
 */
export async function makeStaffSession(
  context: CaseworkContext,
  transaction: Transaction,
  memberId: string,
  key: OrganizationKey,
  browser: string,
): Promise<string> {
  const session = makeSessionKey()
  const at = new Date(context.now())
  await transaction.staffSession.create({
    data: {
      id: session.id,
      memberId,
      proof: new Uint8Array(seal(proofKey(context, session), proofPlace(session.id, memberId), memberId)),
      browser: sealCell(key, browserCell(session.id), browser),
      createdAt: at,
      lastSeenAt: at,
      endsAt: new Date(context.now() + STAFF_SESSION_HOURS * 3_600_000),
    },
  })
  return session.cookie
}

export function createStaffSessions(context: CaseworkContext): StaffSessions {
  const { transact, read, now } = context
  return {
    async find(cookie, by = 'member') {
      const session = findSessionKey(cookie)
      // Each row is right as of its own moment: access that is taken away meanwhile counts, and an organization's key never changes.
      const row =
        session &&
        (await read(({ staffSession }) =>
          staffSession.findUnique({ where: { id: session.id }, include: { member: { include: { organization: true } } } }),
        ))
      // This is checked once the row is there, because the member may have left while the database was slow.
      if (!session || !row || isLeft(session.id)) return null
      if (!isOpen(session, row)) {
        await transact(({ staffSession }) => staffSession.deleteMany({ where: { id: session.id, lastSeenAt: row.lastSeenAt } }))
        return null
      }
      if (by === 'member' && now() - row.lastSeenAt.getTime() > SEEN_SECONDS * 1_000) {
        await transact(({ staffSession }) => staffSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now()) } }))
      }
      const { key, id, name, idleMinutes } = openOrganization(context, row.member.organization)
      return {
        sessionId: session.id,
        member: openMember(key, row.member),
        organization: { id, name, idleMinutes },
        fresh: now() - row.createdAt.getTime() <= FRESH_MINUTES * 60_000,
      }
    },

    async end(cookie) {
      const session = findSessionKey(cookie)
      if (session) await transact(({ staffSession }) => staffSession.deleteMany({ where: { id: session.id } }))
    },

    list: memberId =>
      transact(async ({ staffSession, member }) => {
        const { organization } = await member.findUniqueOrThrow({ where: { id: memberId }, include: { organization: true } })
        const { key } = openOrganization(context, organization)
        const rows = await staffSession.findMany({ where: { memberId, endsAt: { gte: new Date(now()) } }, orderBy: { lastSeenAt: 'desc' } })
        return rows
          .filter(({ lastSeenAt }) => isSeen(lastSeenAt, organization))
          .map(({ id, browser, createdAt, lastSeenAt }) => ({
            id,
            browser: openCell(key, browserCell(id), browser),
            createdAt,
            lastSeenAt,
          }))
      }),

    revoke: (memberId, sessionId) =>
      transact(async ({ staffSession }) => void (await staffSession.deleteMany({ where: { id: sessionId, memberId } }))),

    revokeOthers: (memberId, sessionId) =>
      transact(async ({ staffSession }) => void (await staffSession.deleteMany({ where: { memberId, id: { not: sessionId } } }))),
  }

  function isSeen(lastSeenAt: Date, { idleMinutes }: Organization): boolean {
    return now() - lastSeenAt.getTime() <= idleMinutes * 60_000
  }

  /** Whether the session is open: its secret is right, its member has access, and it was not idle or open for too long. */
  function isOpen(session: SessionKey, row: StaffSession & { readonly member: Member & { readonly organization: Organization } }): boolean {
    const { member, lastSeenAt, endsAt } = row
    return (
      member.disabledAt === null &&
      endsAt.getTime() >= now() &&
      isSeen(lastSeenAt, member.organization) &&
      findOpened(proofKey(context, session), proofPlace(session.id, member.id), row.proof) === member.id
    )
  }
}
