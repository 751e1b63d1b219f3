import { createHmac, randomBytes } from 'node:crypto'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { makePhrase, type Phrase } from '#app/security/phrase/make-phrase.server.ts'
import type { Gate } from '#app/security/throttle/gate.server.ts'
import { rekeyGrants } from './case-sharing.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import { isNotUnique, type Transaction } from '#app/data/engine/index.server.ts'
import { allKeys, makeDataKey, type DataKey, type DraftKeys } from '#app/keys/draft-keys.server.ts'
import { withWordsKeptUntil } from './draft-lifetime.server.ts'
import { openContent, sealContent, wrapForPhrase } from './draft-seals.server.ts'
import { rekeyExhibits } from './exhibits.server.ts'
import type { Draft } from '../generated/sqlite/client.ts'
import { SALT_BYTES, stretch, STRETCH_RETRY_SECONDS } from '#app/keys/stretch.server.ts'
import { rekeySuggestions } from './suggestion-seals.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** New phrases that are tried before giving up. Each stored draft takes one finder in two million. */
const PHRASE_TRIES = 20

/** A new phrase, with the values that a draft's row stores of it. */
export interface MadePhrase {
  readonly phrase: Phrase
  readonly lookup: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly stretched: Buffer
}

/** Makes phrases for drafts, for survivors and for organizations. */
export interface PhraseMaker {
  /** HMAC of the finder words, by which the draft's row is found. */
  readonly lookupOf: (finder: string) => string
  readonly pepper: Buffer
  /**
   * Makes a phrase and lets `use` give it to a draft; tries another phrase where the finder is taken.
   * @param use runs in a transaction of its own; its result is returned
   */
  readonly withNew: <T>(
    language: LanguageCode,
    use: (made: MadePhrase) => Promise<T>,
  ) => Promise<{ readonly ok: true; readonly phrase: Phrase; readonly value: T } | SlowDown>
}

/**
 * @param keyFor keys of the installation by purpose
 * @param gate bounds how many are stretched at once
 */
export function createPhraseMaker(keyFor: (purpose: string) => Buffer, gate: Gate): PhraseMaker {
  const pepper = keyFor('phrase-pepper')
  const lookupKey = keyFor('phrase-lookup')
  const lookupOf = (finder: string) => createHmac('sha256', lookupKey).update(finder).digest('hex')
  return {
    lookupOf,
    pepper,
    async withNew(language, use) {
      for (let attempt = 0; attempt < PHRASE_TRIES; attempt++) {
        const phrase = makePhrase(language)
        const salt = new Uint8Array(randomBytes(SALT_BYTES))
        const stretched = await gate.run(() => stretch(phrase.secret, salt, pepper))
        if (!stretched.ok) return slowDown(STRETCH_RETRY_SECONDS)
        try {
          return { ok: true, phrase, value: await use({ phrase, lookup: lookupOf(phrase.finder), salt, stretched: stretched.value }) }
        } catch (error) {
          if (!isNotUnique(error)) throw error
        }
      }
      throw new Error('no free phrase was found')
    },
  }
}

/**
 * Reseals a draft under a new data key, which its new phrase wraps. An old copy of the database, together with the old phrase, opens
 * nothing newer. Organizations that the draft was shared with get the same parts under the new keys.
 * @param old keys to all parts
 */
export async function rekeyDraft(
  context: CaseworkContext,
  transaction: Transaction,
  row: Draft,
  old: DraftKeys,
  { lookup, salt, stretched }: MadePhrase,
): Promise<DataKey> {
  const fresh = makeDataKey(row.id, row.keyId + 1)
  const keys = allKeys(fresh)
  const content = openContent(old, row)
  await transaction.draft.update({
    where: { id: row.id, keyId: row.keyId, revision: row.revision },
    data: {
      lookup,
      salt,
      wrappedKey: wrapForPhrase(stretched, fresh),
      keyId: fresh.keyId,
      ...sealContent(keys, content),
      deleteAfter: withWordsKeptUntil(row, content, context.now()),
    },
    select: { id: true },
  })
  await rekeyExhibits(transaction, old, keys)
  await rekeySuggestions(transaction, old, keys)
  await rekeyGrants(context, transaction, keys)
  return fresh
}
