import { randomUUID } from 'node:crypto'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { note } from './audit.server.ts'
import type { OpenDatabase, Transaction } from './database.server.ts'
import { deleteDraft, deletionTime, purge, type Purged } from './draft-lifetime.server.ts'
import { createDraftPhrases, type DraftPhrases } from './draft-phrases.server.ts'
import { makeDataKey, openColumn, sealColumn, wrapForSession, type DraftContent } from './draft-seals.server.ts'
import { findSession, SEEN_SECONDS, touchSession, type OpenSession } from './draft-session.server.ts'
import { makeSessionKey } from './session-key.server.ts'

/** What a person can change. */
export type SavedContent = Pick<DraftContent, 'answers' | 'language'>

/** A draft as its owner sees it. */
export interface OpenDraft extends DraftContent {
  readonly draftId: string
  /** Number of the save; a save names the one it was made from. */
  readonly revision: number
  /** Whether the draft can be opened again once this session has ended. */
  readonly hasPhrase: boolean
  /** When it is deleted if it is not saved again. */
  readonly deleteAfter: Date
}

export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  /** Another tab or browser saved in between; nothing was written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly conflict: { readonly revision: number; readonly answers: ClaimAnswers } }
  /** The session has ended; nothing was written. */
  | { readonly ok: false; readonly reason: 'ended' }

/**
 * Drafts of claims, without accounts. Each draft has a random data key; a phrase of words opens it from anywhere
 * (see {@link DraftPhrases}), a session cookie from one browser. `session` is always that cookie's value, as it came.
 */
export interface Drafts extends DraftPhrases {
  /** Makes a draft; the value goes into a session cookie. */
  readonly create: (content: SavedContent) => Promise<{ readonly session: string }>
  /**
   * The open draft of a session; `null` where there is none, or it has ended.
   * @throws Error where the stored bytes were tampered with
   */
  readonly find: (session: string | null) => Promise<OpenDraft | null>
  /** Saves where `revision` is still the stored one. */
  readonly save: (session: string | null, revision: number, content: SavedContent) => Promise<SaveResult>
  /** Notes that the packet was made on a day; false where the session has ended. */
  readonly notePrinted: (session: string | null, day: Day) => Promise<boolean>
  /** Ends this session; the draft stays. */
  readonly lock: (session: string | null) => Promise<void>
  /** Deletes the draft, in the file too; false where the session has ended. */
  readonly deleteNow: (session: string | null) => Promise<boolean>
  /** Deletes what is over its time; to be called now and then. */
  readonly purgeExpired: () => Promise<Purged>
}

/**
 * @param keyFor keys of the installation by purpose
 * @param now clock in milliseconds since 1970
 */
export function createDrafts(database: OpenDatabase, keyFor: (purpose: string) => Buffer, now: () => number): Drafts {
  const { transact } = database
  /** Works on the open draft in one transaction; `null` where the session has ended. */
  const inSession = <T>(session: string | null, work: (transaction: Transaction, open: OpenSession) => Promise<T>) =>
    transact(async transaction => {
      const open = await touchSession(transaction, session, now())
      return open && work(transaction, open)
    })

  return {
    ...createDraftPhrases(database, keyFor, now),

    async create(content) {
      const dataKey = makeDataKey(randomUUID(), 1)
      const session = makeSessionKey()
      const at = new Date(now())
      await transact(async transaction => {
        await transaction.draft.create({
          data: {
            id: dataKey.draftId,
            keyId: dataKey.keyId,
            answers: sealColumn(dataKey, 'answers', content.answers),
            status: sealColumn(dataKey, 'status', []),
            language: sealColumn(dataKey, 'language', content.language),
            createdAt: at,
            updatedAt: at,
            deleteAfter: deletionTime(false, now()),
            sessions: { create: { id: session.id, wrappedKey: wrapForSession(session, dataKey), createdAt: at, lastSeenAt: at } },
          },
        })
        await note(transaction, dataKey.draftId, 'draft.created', now())
      })
      return { session: session.cookie }
    },

    async find(session) {
      const open = await transact(transaction => findSession(transaction, session, now()))
      if (!open) return null
      if (now() - open.lastSeenAt.getTime() > SEEN_SECONDS * 1_000) {
        await transact(transaction => touchSession(transaction, session, now()))
      }
      const { row, dataKey } = open
      return {
        draftId: row.id,
        revision: row.revision,
        hasPhrase: row.lookup !== null,
        deleteAfter: row.deleteAfter,
        answers: openColumn(dataKey, 'answers', row.answers),
        status: openColumn(dataKey, 'status', row.status),
        language: openColumn(dataKey, 'language', row.language),
      }
    },

    async save(session, revision, content) {
      const result = await inSession(session, (transaction, open) => saveIn(transaction, open, revision, content, session))
      return result ?? { ok: false, reason: 'ended' }
    },

    async notePrinted(session, day) {
      const noted = await inSession(session, async (transaction, { row, dataKey }) => {
        // What came before the last printing no longer matters; a newer revision is not needed, no answer changed.
        const status = sealColumn(dataKey, 'status', [{ type: 'PRINTED', day }])
        await transaction.draft.updateMany({ where: { id: row.id, keyId: row.keyId }, data: { status } })
        await note(transaction, row.id, 'packet.printed', now())
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
        await deleteDraft(transaction, row.id, 'draft.deleted', now())
        return true
      })
      if (deleted) await database.emptyLog()
      return deleted ?? false
    },

    purgeExpired: () => purge(database, now()),
  }

  async function saveIn(
    transaction: Transaction,
    { row, dataKey }: OpenSession,
    revision: number,
    content: SavedContent,
    session: string | null,
  ): Promise<SaveResult> {
    const status = openColumn(dataKey, 'status', row.status)
    const saved = await transaction.draft.updateMany({
      where: { id: row.id, keyId: row.keyId, revision },
      data: {
        revision: revision + 1,
        answers: sealColumn(dataKey, 'answers', content.answers),
        language: sealColumn(dataKey, 'language', content.language),
        status: sealColumn(dataKey, 'status', isPrinted(status) && changes(row, dataKey, content) ? [...status, { type: 'ANSWER_CHANGED' }] : status),
        updatedAt: new Date(now()),
        deleteAfter: deletionTime(row.lookup !== null, now()),
      },
    })
    if (saved.count === 1) {
      await note(transaction, row.id, 'draft.saved', now())
      return { ok: true, revision: revision + 1 }
    }
    const stored = await findSession(transaction, session, now())
    if (!stored) return { ok: false, reason: 'ended' }
    const answers = openColumn(stored.dataKey, 'answers', stored.row.answers)
    return { ok: false, reason: 'conflict', conflict: { revision: stored.row.revision, answers } }
  }
}

const isPrinted = (status: DraftContent['status']) => status.at(-1)?.type === 'PRINTED'

function changes(row: OpenSession['row'], dataKey: OpenSession['dataKey'], content: SavedContent): boolean {
  return JSON.stringify(openColumn(dataKey, 'answers', row.answers)) !== JSON.stringify(content.answers)
}
