import { randomBytes } from 'node:crypto'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import type { DraftEvent } from '#machines/draft/machine.ts'
import { findOpened, seal } from './seal.server.ts'

const KEY_BYTES = 32

/** What a draft's row holds sealed, one column each. */
export interface DraftContent {
  readonly answers: ClaimAnswers
  /** What happened to the draft, for `replayDraft`. */
  readonly status: readonly DraftEvent[]
  /** Language that the person uses. */
  readonly language: LanguageCode
}

/** The row's data key, and which one it is. */
export interface DataKey {
  readonly draftId: string
  readonly keyId: number
  readonly key: Buffer
}

/** Bytes as Prisma takes them. */
export type Sealed = Uint8Array<ArrayBuffer>

/** A new random key for the contents of a row. */
export function makeDataKey(draftId: string, keyId: number): DataKey {
  return { draftId, keyId, key: randomBytes(KEY_BYTES) }
}

/** Seals one column of a draft's row: it opens in this row and column alone, under this key alone. */
export function sealColumn<C extends keyof DraftContent>(dataKey: DataKey, column: C, value: DraftContent[C]): Sealed {
  return new Uint8Array(seal(dataKey.key, columnPlace(dataKey, column), JSON.stringify(value)))
}

/**
 * Opens one column of a draft's row.
 * @throws Error where the bytes were changed or moved: the row's own key was right, so somebody tampered
 */
export function openColumn<C extends keyof DraftContent>(dataKey: DataKey, column: C, sealed: Uint8Array): DraftContent[C] {
  const text = findOpened(dataKey.key, columnPlace(dataKey, column), sealed)
  if (text === null) throw new Error(`a draft's ${column} do not open with its key`)
  return JSON.parse(text) as DraftContent[C]
}

const columnPlace = (dataKey: DataKey, column: string) => `Draft:${dataKey.draftId}:${column}:${dataKey.keyId}`

/** Seals a data key for its draft's row, under what the phrase stretched to. */
export function wrapForPhrase(stretched: Buffer, dataKey: DataKey): Sealed {
  return wrap(stretched, columnPlace(dataKey, 'wrappedKey'), dataKey)
}

/** Opens what {@link wrapForPhrase} made; `null` where the phrase is another one. */
export function findUnwrappedForPhrase(stretched: Buffer, row: { id: string; keyId: number }, wrapped: Uint8Array): DataKey | null {
  return findUnwrapped(stretched, columnPlace({ draftId: row.id, keyId: row.keyId, key: stretched }, 'wrappedKey'), row, wrapped)
}

/** Seals a data key for a session's row, under the secret half of its cookie. */
export function wrapForSession(session: { id: string; wrapping: Buffer }, dataKey: DataKey): Sealed {
  return wrap(session.wrapping, sessionPlace(session.id, dataKey.draftId, dataKey.keyId), dataKey)
}

/** Opens what {@link wrapForSession} made; `null` where the cookie's secret, the row or the draft is another one. */
export function findUnwrappedForSession(
  session: { id: string; wrapping: Buffer },
  row: { id: string; keyId: number },
  wrapped: Uint8Array,
): DataKey | null {
  return findUnwrapped(session.wrapping, sessionPlace(session.id, row.id, row.keyId), row, wrapped)
}

const sessionPlace = (sessionId: string, draftId: string, keyId: number) => `Session:${sessionId}:wrappedKey:${draftId}:${keyId}`

function wrap(wrapping: Buffer, place: string, dataKey: DataKey): Sealed {
  return new Uint8Array(seal(wrapping, place, dataKey.key.toString('base64')))
}

function findUnwrapped(wrapping: Buffer, place: string, row: { id: string; keyId: number }, wrapped: Uint8Array): DataKey | null {
  const text = findOpened(wrapping, place, wrapped)
  return text === null ? null : { draftId: row.id, keyId: row.keyId, key: Buffer.from(text, 'base64') }
}
