import { randomBytes } from 'node:crypto'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Phrase } from '#app/security/phrase/make-phrase.server.ts'
import { readPhrase } from '#app/security/phrase/read-phrase.server.ts'
import { createGate } from '#app/security/throttle/gate.server.ts'
import { createThrottle } from '#app/security/throttle/throttle.server.ts'
import { note } from './audit.server.ts'
import { createCounters, isClockInDoubt, type OpenDatabase, type Transaction } from '#app/data/engine/index.server.ts'
import { allKeys, type DataKey } from '#app/keys/draft-keys.server.ts'
import { keepAtLeast, keptUntil, overdueDrafts } from './draft-lifetime.server.ts'
import { findUnwrappedForPhrase, openContent, wrapForSession } from './draft-seals.server.ts'
import { findSession, touchSession, type OpenSession } from './draft-session.server.ts'
import { createCaseworkContext } from '#app/data/organizations/index.server.ts'
import type { Draft } from '../generated/sqlite/client.ts'
import { createPhraseMaker, rekeyDraft, type MadePhrase } from './phrase-making.server.ts'
import { makeSessionKey } from '#app/keys/session-key.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'
import { SALT_BYTES, stretch, STRETCH_RETRY_SECONDS, STRETCHES_AT_ONCE, STRETCHES_WAITING } from '#app/keys/stretch.server.ts'

type SetPhraseResult = { readonly ok: true; readonly phrase: Phrase } | { readonly ok: false; readonly reason: 'ended' } | SlowDown

type OpenResult = { readonly ok: true; readonly session: string } | { readonly ok: false; readonly reason: 'wrong' } | SlowDown

/** Phrases that open drafts. The server stores only what a phrase unlocks. */
export interface DraftPhrases {
  /**
   * Makes the draft's phrase, or a new one in place of the old. The old phrase and all other sessions of the draft end at once. The new
   * phrase is in the answer and nowhere else, so show it now.
   */
  readonly setPhrase: (session: string | null, language: LanguageCode) => Promise<SetPhraseResult>
  /**
   * Opens a draft for a browser. Wrong, replaced, unknown and unreadable phrases get one answer at one cost.
   * @param text as typed
   * @param clientKey where the request came from: its address
   */
  readonly openByPhrase: (text: string, clientKey: string) => Promise<OpenResult>
}

export function createDraftPhrases(database: OpenDatabase, keyFor: (purpose: string) => Buffer, now: () => number): DraftPhrases {
  const { transact } = database
  const context = createCaseworkContext(database, keyFor, now)
  const throttle = createThrottle(createCounters(database), keyFor('tries'))
  const gate = createGate(STRETCHES_AT_ONCE, STRETCHES_WAITING)
  const phrases = createPhraseMaker(keyFor, gate)
  const { lookupOf, pepper } = phrases
  /** Replaces the salt of a draft that does not exist, so that trying its phrase costs the same. */
  const noSalt = randomBytes(SALT_BYTES)

  return {
    async setPhrase(session, language) {
      // Asked before the costly stretching, so that an ended session costs nothing.
      if (!(await transact(transaction => findSession(transaction, session, now())))) return { ok: false, reason: 'ended' }
      const made = await phrases.withNew(language, made =>
        transact(async transaction => {
          const open = await touchSession(transaction, session, now())
          return open && rekey(transaction, open, made)
        }),
      )
      if (!made.ok) return made
      return made.value ? { ok: true, phrase: made.phrase } : { ok: false, reason: 'ended' }
    },

    async openByPhrase(text, clientKey) {
      const read = readPhrase(text)
      const lookup = read.ok ? lookupOf(read.finder) : null
      const counted = await throttle.count({ address: clientKey, row: lookup })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const row = await transact(transaction => findStanding(transaction, lookup ?? ''))
      const stretched = await gate.run(() => stretch(read.ok ? read.secret : '', row?.salt ?? noSalt, pepper))
      if (!stretched.ok) return slowDown(STRETCH_RETRY_SECONDS)
      const dataKey = row?.wrappedKey ? findUnwrappedForPhrase(stretched.value, row, row.wrappedKey) : null
      const session = dataKey && (await startSession(dataKey))
      if (!session || lookup === null) return { ok: false, reason: 'wrong' }
      await throttle.forgive(lookup)
      return { ok: true, session }
    },
  }

  /** Gives the open draft a new phrase and ends all its other sessions. */
  async function rekey(transaction: Transaction, { row, keys, session }: OpenSession, made: MadePhrase): Promise<true> {
    const fresh = await rekeyDraft(context, transaction, row, keys, made)
    await transaction.session.deleteMany({ where: { draftId: row.id, id: { not: session.id } } })
    await transaction.session.update({ where: { id: session.id }, data: { wrappedKey: wrapForSession(session, fresh) } })
    await note(transaction, row.id, row.lookup === null ? 'phrase.made' : 'phrase.replaced', now())
    return true
  }

  /**
   * Finds the draft of a lookup. A draft past its retention counts as deleted even before the purge has run, unless an organization still
   * has it, or the purge would wait.
   */
  async function findStanding(transaction: Transaction, lookup: string): Promise<Draft | null> {
    const row = await transaction.draft.findUnique({ where: { lookup } })
    if (!row || (await transaction.draft.count({ where: { id: row.id, ...overdueDrafts(now()) } })) === 0) return row
    return (await isClockInDoubt(transaction, now())) ? row : null
  }

  /** A session for another browser; `null` where the phrase was replaced while this one was being tried. */
  async function startSession(dataKey: DataKey): Promise<string | null> {
    const session = makeSessionKey()
    const at = new Date(now())
    return transact(async transaction => {
      // This write changes nothing. It checks that the key is still the draft's, and holds the row until the session is stored.
      const [row] = await transaction.draft.updateManyAndReturn({
        where: { id: dataKey.draftId, keyId: dataKey.keyId },
        data: { keyId: dataKey.keyId },
      })
      if (!row) return null
      await keepAtLeast(transaction, row.id, keptUntil(row, openContent(allKeys(dataKey), row), now()))
      await transaction.session.create({
        data: { id: session.id, draftId: dataKey.draftId, wrappedKey: wrapForSession(session, dataKey), createdAt: at, lastSeenAt: at },
      })
      await note(transaction, dataKey.draftId, 'draft.opened', now())
      return session.cookie
    })
  }
}
