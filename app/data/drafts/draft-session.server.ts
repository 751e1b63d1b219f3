import type { OpenDatabase, Transaction } from '#app/data/engine/index.server.ts'
import { allKeys, type DataKey, type DraftKeys } from '#app/keys/draft-keys.server.ts'
import { findUnwrappedForSession } from './draft-seals.server.ts'
import type { Draft, Session } from '../generated/sqlite/client.ts'
import { isLeft } from './left-sessions.server.ts'
import { findSessionKey, type SessionKey } from '#app/keys/session-key.server.ts'

/** Minutes without a request after which a session ends. */
export const IDLE_MINUTES = 20

/** Seconds for which a session counts as just seen, so that not every view of a page is a write. A session may end this much early. */
export const SEEN_SECONDS = 30

/** What runs statements: a transaction, or a reader outside of one. */
type Statements = Pick<Transaction, '$queryRaw'>

/** A draft that a browser has open. */
export interface OpenSession {
  readonly session: SessionKey
  readonly lastSeenAt: Date
  readonly row: Draft
  readonly dataKey: DataKey
  /** The keys that are derived from the data key. They seal the row's columns. */
  readonly keys: DraftKeys
}

/** The moment that ends idle sessions: those last seen before it have ended. */
export function idleLimit(now: number): Date {
  return new Date(now - IDLE_MINUTES * 60_000)
}

/** What a session adds to the row of its draft. */
type OfSession = Pick<Session, 'lastSeenAt'> & { readonly sessionKey: Session['wrappedKey'] }

/** A session's row with its draft: one statement, where Prisma would make two and put them together, because each page of a claim begins so. */
async function readRow(statements: Statements, id: string): Promise<(OfSession & { readonly draft: Draft }) | null> {
  const [row] = await statements.$queryRaw<(Draft & OfSession)[]>`
    SELECT "Draft".*, "Session"."lastSeenAt", "Session"."wrappedKey" AS "sessionKey"
    FROM "Session" JOIN "Draft" ON "Draft"."id" = "Session"."draftId" WHERE "Session"."id" = ${id}`
  if (!row) return null
  const { lastSeenAt, sessionKey, ...draft } = row
  return { lastSeenAt, sessionKey, draft }
}

/** Reads the session of a cookie without touching it; `null` where there is none, it has ended, or the cookie is forged. */
export async function findSession(statements: Statements, cookie: string | null, now: number): Promise<OpenSession | null> {
  const session = findSessionKey(cookie)
  if (!session) return null
  const row = await readRow(statements, session.id)
  // Checked after the row was read, because the survivor may have left while the database was slow.
  return row && row.lastSeenAt >= idleLimit(now) && !isLeft(session.id) ? unwrapped(session, row) : null
}

/** Notes that the session is used, and reads it; `null` as in {@link findSession}. A session that has ended is deleted. */
export async function touchSession(transaction: Transaction, cookie: string | null, now: number): Promise<OpenSession | null> {
  const session = findSessionKey(cookie)
  if (!session || isLeft(session.id)) return null
  const [row] = await transaction.session.updateManyAndReturn({
    where: { id: session.id, lastSeenAt: { gte: idleLimit(now) } },
    data: { lastSeenAt: new Date(now) },
    include: { draft: true },
  })
  if (row) return unwrapped(session, { ...row, sessionKey: row.wrappedKey })
  await transaction.session.deleteMany({ where: { id: session.id, lastSeenAt: { lt: idleLimit(now) } } })
  return null
}

/** State of a session, without its answers. */
export interface SessionLook {
  /** Seconds until the session ends if the survivor does not use it; 0 where it has ended. */
  readonly secondsLeft: number
  readonly hasPhrase: boolean
}

/** Looks at the session of a cookie, ended or not, without touching it; `null` where there is none or the cookie is forged. */
export async function lookAt(statements: Statements, cookie: string | null, now: number): Promise<SessionLook | null> {
  const session = findSessionKey(cookie)
  const row = session && (await readRow(statements, session.id))
  if (!row || !unwrapped(session, row)) return null
  const secondsLeft = Math.floor((row.lastSeenAt.getTime() - idleLimit(now).getTime()) / 1_000)
  return { secondsLeft: Math.max(secondsLeft, 0), hasPhrase: row.draft.lookup !== null }
}

function unwrapped(session: SessionKey, { lastSeenAt, sessionKey, draft }: OfSession & { readonly draft: Draft }): OpenSession | null {
  const dataKey = findUnwrappedForSession(session, draft, sessionKey)
  return dataKey && { session, lastSeenAt, row: draft, dataKey, keys: allKeys(dataKey) }
}

type InSession = <T>(session: string | null, work: (transaction: Transaction, open: OpenSession) => Promise<T>) => Promise<T | null>

/**
 * Makes a function that runs work on the open draft of a session in one transaction; the function returns `null` where the session has
 * ended.
 */
export const createInSession = (database: Pick<OpenDatabase, 'transact'>, now: () => number): InSession =>
  inTransaction(database, now, touchSession)

/**
 * As {@link createInSession}, for work that only reads. It writes nothing, because the page that the survivor opened has noted the use of
 * the session.
 */
export const createReadInSession = (database: Pick<OpenDatabase, 'transact'>, now: () => number): InSession =>
  inTransaction(database, now, findSession)

function inTransaction({ transact }: Pick<OpenDatabase, 'transact'>, now: () => number, open: typeof touchSession): InSession {
  return (session, work) =>
    transact(async transaction => {
      const opened = await open(transaction, session, now())
      return opened && work(transaction, opened)
    })
}
