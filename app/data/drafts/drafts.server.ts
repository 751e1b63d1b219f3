import { randomUUID } from 'node:crypto'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { recorded } from '#machines/draft/history.ts'
import { createThrottle, NEW_DRAFT_LIMITS, type TryAnswer } from '#app/security/throttle/throttle.server.ts'
import { note } from './audit.server.ts'
import { closeAllClaims } from './case-sharing.server.ts'
import { refreshCases } from './case-summaries.server.ts'
import { createCaseworkContext } from '#app/data/organizations/index.server.ts'
import { createCounters, type OpenDatabase, type Transaction } from '#app/data/engine/index.server.ts'
import { deleteDraft, keepSeen, keptUntil, newDraftKeptUntil } from './draft-lifetime.server.ts'
import { createDraftPhrases, type DraftPhrases } from './draft-phrases.server.ts'
import { allKeys, makeDataKey } from '#app/keys/draft-keys.server.ts'
import { openAnswers, openColumn, openContent, sealColumn, sealContent, wrapForSession, type DraftContent } from './draft-seals.server.ts'
import { writtenColumns } from './draft-writing.server.ts'
import {
  createInSession,
  findSession,
  idleLimit,
  lookAt,
  SEEN_SECONDS,
  touchSession,
  type OpenSession,
  type SessionLook,
} from './draft-session.server.ts'
import type { Draft } from '../generated/sqlite/client.ts'
import { makeSessionKey } from '#app/keys/session-key.server.ts'

/** The content that the survivor can change. */
type SavedContent = Pick<DraftContent, 'answers' | 'language'>

/** A draft as the survivor sees it. */
export interface OpenDraft extends DraftContent {
  readonly draftId: string
  /** Number of the last save. Each save names the revision that it was made from. */
  readonly revision: number
  /** Whether a phrase can open the draft again once this session has ended. */
  readonly hasPhrase: boolean
  /**
   * Moment after which the draft is deleted if it is not opened or saved again. It is not deleted before that, nor while {@link isHeld}.
   */
  readonly deleteAfter: Date
  /** Whether an organization has the draft. */
  readonly isHeld: boolean
}

type SaveResult =
  | { readonly ok: true; readonly revision: number }
  /** Another tab or browser saved in between; nothing was written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly conflict: { readonly revision: number; readonly answers: ClaimAnswers } }
  /** The session has ended; nothing was written. */
  | { readonly ok: false; readonly reason: 'ended' }

/**
 * Drafts of claims, without accounts. Each draft has a random data key, which a phrase opens from any browser (see {@link DraftPhrases})
 * and a session cookie from one browser. `session` is always the value of that cookie as it came.
 */
export interface Drafts extends DraftPhrases {
  /**
   * Counts a try to make a draft, and says whether the caller may make one; ask before {@link create}.
   * @param clientKey where the request came from: its address
   */
  readonly countNew: (clientKey: string) => Promise<TryAnswer>
  /** Makes a draft. `session` is the value for the session cookie. */
  readonly create: (content: SavedContent) => Promise<{ readonly session: string; readonly draftId: string }>
  /**
   * The open draft of a session; `null` where there is none, or it has ended.
   * @param by `page` where the page's script asks by itself, which does not keep the session open
   * @throws Error where the stored bytes were tampered with
   */
  readonly find: (session: string | null, by?: 'person' | 'page') => Promise<OpenDraft | null>
  /** The state of a session, without using it. Also of one that has ended and is still stored; `null` of any other. */
  readonly look: (session: string | null) => Promise<SessionLook | null>
  /**
   * Saves where `revision` is still the stored one.
   * @param opened the draft that {@link find} returned in the same request. Its data need not be read again if it is still stored unchanged
   */
  readonly save: (session: string | null, revision: number, content: SavedContent, opened?: OpenDraft) => Promise<SaveResult>
  /** Notes that the packet was made on a day; false where the session has ended. */
  readonly notePrinted: (session: string | null, day: Day) => Promise<boolean>
  /** Ends this session; the draft stays. */
  readonly lock: (session: string | null) => Promise<void>
  /** Deletes the draft, also from the database file; returns false where the session has ended. */
  readonly deleteNow: (session: string | null) => Promise<boolean>
}

/**
 * @param keyFor keys of the installation by purpose
 * @param now clock in milliseconds since 1970
 */
export function createDrafts(database: OpenDatabase, keyFor: (purpose: string) => Buffer, now: () => number): Drafts {
  const { transact, read } = database
  const newDrafts = createThrottle(createCounters(database), keyFor('new-drafts'), NEW_DRAFT_LIMITS)
  const inSession = createInSession(database, now)
  const context = createCaseworkContext(database, keyFor, now)
  /** The rows and keys that were read for open drafts. No other module sees them, and they are freed with the request. */
  const found = new WeakMap<OpenDraft, { readonly cookie: string | null; readonly open: OpenSession }>()

  return {
    ...createDraftPhrases(database, keyFor, now),

    countNew: clientKey => newDrafts.count({ address: clientKey, row: null }),

    async create(content) {
      const dataKey = makeDataKey(randomUUID(), 1)
      const session = makeSessionKey()
      const at = new Date(now())
      await transact(async transaction => {
        await transaction.draft.create({
          data: {
            id: dataKey.draftId,
            keyId: dataKey.keyId,
            ...sealContent(allKeys(dataKey), { ...content, status: [], authors: {} }),
            createdAt: at,
            updatedAt: at,
            deleteAfter: newDraftKeptUntil(now()),
            sessions: { create: { id: session.id, wrappedKey: wrapForSession(session, dataKey), createdAt: at, lastSeenAt: at } },
          },
        })
        await note(transaction, dataKey.draftId, 'draft.created', now())
      })
      return { session: session.cookie, draftId: dataKey.draftId }
    },

    async find(session, by = 'person') {
      const open = await read(reader => findSession(reader, session, now()))
      if (!open) return null
      const { keys } = open
      const isSeen = by === 'person' && now() - open.lastSeenAt.getTime() > SEEN_SECONDS * 1_000
      const row = isSeen ? await seenAgain(session, open.row) : open.row
      const draft: OpenDraft = {
        draftId: row.id,
        revision: row.revision,
        hasPhrase: row.lookup !== null,
        deleteAfter: row.deleteAfter,
        isHeld: await isHeldByGroup(open.row),
        ...openContent(keys, row),
      }
      found.set(draft, { cookie: session, open: { ...open, row } })
      return draft
    },

    look: session => read(reader => lookAt(reader, session, now())),

    async save(session, revision, content, opened) {
      const before = opened?.revision === revision ? found.get(opened) : undefined
      if (opened && before?.cookie === session && (await saveAsFound(before.open, content, opened)))
        return { ok: true, revision: revision + 1 }
      const result = await inSession(session, (transaction, open) => saveIn(transaction, open, revision, content, session))
      return result ?? { ok: false, reason: 'ended' }
    },

    async notePrinted(session, day) {
      const noted = await inSession(session, async (transaction, { row, keys }) => {
        // No answer changed, so the revision stays.
        const status = sealColumn(keys, 'status', recorded(openColumn(keys, 'status', row.status), { type: 'PRINTED', day }))
        await transaction.draft.updateMany({ where: { id: row.id, keyId: row.keyId }, data: { status } })
        await note(transaction, row.id, 'packet.printed', now())
        await refreshCases(context, transaction, row)
        return true
      })
      return noted ?? false
    },

    async lock(session) {
      await inSession(session, async (transaction, { row, session: { id } }) => {
        await transaction.session.deleteMany({ where: { id } })
        await note(transaction, row.id, 'draft.locked', now())
      })
    },

    async deleteNow(session) {
      const deleted = await inSession(session, async (transaction, { row }) => {
        await closeAllClaims(context, transaction, row.id, 'case.deleted')
        await deleteDraft(transaction, row.id, 'draft.deleted', now())
        return true
      })
      if (deleted) await database.emptyLog()
      return deleted ?? false
    },
  }

  /**
   * Saves in one step a change that was made from a row as it was read. Returns false and writes nothing where anything that the save
   * depends on has changed, or the session has ended.
   */
  function saveAsFound({ row, keys, session }: OpenSession, content: SavedContent, before: DraftContent): Promise<boolean> {
    const { id, keyId, revision, status, lookup, everShared, deleteAfter } = row
    const data = { ...writtenColumns(keys, row, content, 'survivor', before), ...timesOf(row, { ...before, ...content }) }
    const sessions = { some: { id: session.id, lastSeenAt: { gte: idleLimit(now()) } } }
    return transact(async transaction => {
      const saved = await transaction.draft.updateMany({
        where: { id, keyId, revision, status, lookup, everShared, deleteAfter, sessions },
        data,
      })
      if (saved.count === 1) await noteSaved(transaction, row)
      return saved.count === 1
    })
  }

  function timesOf(row: Draft, content: DraftContent) {
    return { revision: row.revision + 1, updatedAt: new Date(now()), deleteAfter: keptUntil(row, content, now()) }
  }

  /** Notes that the survivor looked at a draft; returns the row as it was read, with its new day of deletion. */
  function seenAgain(session: string | null, row: Draft): Promise<Draft> {
    return transact(async transaction => {
      await touchSession(transaction, session, now())
      return { ...row, deleteAfter: await keepSeen(transaction, row, now()) }
    })
  }

  async function isHeldByGroup({ id, everShared }: Draft): Promise<boolean> {
    return everShared && (await transact(transaction => transaction.case.count({ where: { draftId: id, grant: { not: null } } }))) > 0
  }

  async function noteSaved(transaction: Transaction, row: Draft): Promise<void> {
    await note(transaction, row.id, 'draft.saved', now())
    await refreshCases(context, transaction, row)
  }

  async function saveIn(
    transaction: Transaction,
    { row, keys }: OpenSession,
    revision: number,
    content: SavedContent,
    session: string | null,
  ): Promise<SaveResult> {
    const before = openContent(keys, row)
    const saved = await transaction.draft.updateMany({
      where: { id: row.id, keyId: row.keyId, revision },
      data: { ...writtenColumns(keys, row, content, 'survivor', before), ...timesOf({ ...row, revision }, { ...before, ...content }) },
    })
    if (saved.count === 1) {
      await noteSaved(transaction, row)
      return { ok: true, revision: revision + 1 }
    }
    const stored = await findSession(transaction, session, now())
    if (!stored) return { ok: false, reason: 'ended' }
    return { ok: false, reason: 'conflict', conflict: { revision: stored.row.revision, answers: openAnswers(stored.keys, stored.row) } }
  }
}
