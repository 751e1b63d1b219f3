import type { LanguageCode } from '#app/i18n/languages.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import type { Authors } from '#machines/claim/authors.ts'
import type { DraftEvent } from '#machines/draft/machine.ts'
import { requirePartKey, type DataKey, type DraftKeys, type DraftPart } from '#app/keys/draft-keys.server.ts'
import { findUnwrappedKey, wrapKey } from '#app/keys/key-wrap.server.ts'
import { findOpened, seal, type Sealed } from '#app/keys/seal.server.ts'

/** The content that a draft's row holds sealed. */
export interface DraftContent {
  readonly answers: ClaimAnswers
  /** The events of the draft, for `replayDraft`. */
  readonly status: readonly DraftEvent[]
  /** The survivor's language. */
  readonly language: LanguageCode
  readonly authors: Authors
}

/** The sealed columns of a draft's row, as the database gives them. */
export interface SealedColumns {
  readonly answers: Uint8Array
  readonly story: Uint8Array | null
  readonly status: Uint8Array
  readonly language: Uint8Array
  readonly authors: Uint8Array | null
}

type Column = keyof SealedColumns

/** The part of the draft that each column belongs to. */
const PART_OF: Readonly<Record<Column, DraftPart>> = {
  answers: 'answers',
  status: 'answers',
  language: 'answers',
  authors: 'answers',
  story: 'story',
}

/** The page whose answers have a column and a key of their own. */
export const STORY_PAGE = 'story' satisfies QuestionId

function sealValue(keys: DraftKeys, column: Column, value: unknown): Sealed {
  return new Uint8Array(seal(requirePartKey(keys, PART_OF[column]), columnPlace(keys, column), JSON.stringify(value)))
}

function openValue(keys: DraftKeys, column: Column, sealed: Uint8Array): unknown {
  const place = columnPlace(keys, column)
  const text = findOpened(requirePartKey(keys, PART_OF[column]), place, sealed) ?? (keys.root && findOpened(keys.root, place, sealed))
  if (text === null) throw new Error(`a draft's ${column} do not open with its key`)
  return JSON.parse(text) as unknown
}

/** Seals one column of a draft's row: it opens in this row and column alone, under this key alone. */
export function sealColumn<C extends Exclude<keyof DraftContent, 'answers'>>(keys: DraftKeys, column: C, value: DraftContent[C]): Sealed {
  return sealValue(keys, column, value)
}

/**
 * Opens one column of a draft's row.
 * @throws Error where the bytes were changed or moved: the row's own key was right, so the database was tampered with
 */
export function openColumn<C extends Exclude<keyof DraftContent, 'answers' | 'authors'>>(
  keys: DraftKeys,
  column: C,
  sealed: Uint8Array,
): DraftContent[C] {
  return openValue(keys, column, sealed) as DraftContent[C]
}

/** Opens {@link DraftContent.authors}; a row without them is in the survivor's own words. */
function openAuthors(keys: DraftKeys, sealed: Uint8Array | null): Authors {
  return sealed === null ? {} : (openValue(keys, 'authors', sealed) as Authors)
}

/** Seals the answers, and the story apart from the others. Without the key to the story, its column stays as it is. */
export function sealAnswers(keys: DraftKeys, answers: ClaimAnswers): { readonly answers: Sealed; readonly story?: Sealed | null } {
  const { [STORY_PAGE]: story, ...rest } = answers
  const sealed = sealValue(keys, 'answers', rest)
  if (!keys.parts.story) return { answers: sealed }
  return { answers: sealed, story: story ? sealValue(keys, 'story', story) : null }
}

/**
 * Opens the answers as far as the keys go.
 * @throws Error as {@link openColumn}
 */
export function openAnswers(keys: DraftKeys, { answers, story }: Pick<SealedColumns, 'answers' | 'story'>): ClaimAnswers {
  const rest = openValue(keys, 'answers', answers) as ClaimAnswers
  return story && keys.parts.story ? { ...rest, [STORY_PAGE]: openValue(keys, 'story', story) as Entry } : rest
}

/** Opens all columns that the keys open. */
export function openContent(keys: DraftKeys, row: SealedColumns): DraftContent {
  return {
    answers: openAnswers(keys, row),
    status: openColumn(keys, 'status', row.status),
    language: openColumn(keys, 'language', row.language),
    authors: openAuthors(keys, row.authors),
  }
}

/** Seals all columns of a row. */
export function sealContent(keys: DraftKeys, { answers, status, language, authors }: DraftContent) {
  return {
    ...sealAnswers(keys, answers),
    status: sealColumn(keys, 'status', status),
    language: sealColumn(keys, 'language', language),
    authors: sealColumn(keys, 'authors', authors),
  }
}

const columnPlace = (row: { readonly draftId: string; readonly keyId: number }, column: string) =>
  `Draft:${row.draftId}:${column}:${row.keyId}`

/** Seals a data key for its draft's row, under the stretched phrase. */
export function wrapForPhrase(stretched: Buffer, dataKey: DataKey): Sealed {
  return wrapKey(stretched, columnPlace(dataKey, 'wrappedKey'), dataKey.key)
}

/** Opens what {@link wrapForPhrase} made; `null` where the phrase is not the draft's. */
export function findUnwrappedForPhrase(stretched: Buffer, row: { id: string; keyId: number }, wrapped: Uint8Array): DataKey | null {
  return findUnwrapped(stretched, columnPlace({ draftId: row.id, keyId: row.keyId }, 'wrappedKey'), row, wrapped)
}

/** Seals a data key for a session's row, under the secret half of its cookie. */
export function wrapForSession(session: { id: string; wrapping: Buffer }, dataKey: DataKey): Sealed {
  return wrapKey(session.wrapping, sessionPlace(session.id, dataKey.draftId, dataKey.keyId), dataKey.key)
}

/** Opens what {@link wrapForSession} made; `null` where the cookie's secret, the row or the draft does not fit. */
export function findUnwrappedForSession(
  session: { id: string; wrapping: Buffer },
  row: { id: string; keyId: number },
  wrapped: Uint8Array,
): DataKey | null {
  return findUnwrapped(session.wrapping, sessionPlace(session.id, row.id, row.keyId), row, wrapped)
}

const sessionPlace = (sessionId: string, draftId: string, keyId: number) => `Session:${sessionId}:wrappedKey:${draftId}:${keyId}`

function findUnwrapped(wrapping: Buffer, place: string, row: { id: string; keyId: number }, wrapped: Uint8Array): DataKey | null {
  const key = findUnwrappedKey(wrapping, place, wrapped)
  return key && { draftId: row.id, keyId: row.keyId, key }
}
