import { isDeepStrictEqual } from 'node:util'
import { authorsAfter, type Author } from '#machines/claim/authors.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { recorded } from '#machines/draft/history.ts'
import type { DraftKeys } from '#app/keys/draft-keys.server.ts'
import { openContent, sealAnswers, sealColumn, type DraftContent, type SealedColumns } from './draft-seals.server.ts'

/** The content of a save. */
export interface Written {
  readonly answers: ClaimAnswers
  readonly language?: DraftContent['language']
}

/**
 * The sealed columns of a row that a save changes, with those that depend on it: that something changed, and whose words the pages are.
 * Unchanged columns are not sealed again.
 * @param before what the row holds, where the caller has opened it already
 */
export function writtenColumns(
  keys: DraftKeys,
  row: SealedColumns,
  { answers, language }: Written,
  by: Author,
  before: DraftContent = openContent(keys, row),
) {
  const authors = authorsAfter(before.authors, before.answers, answers, by, isDeepStrictEqual)
  return {
    ...(isDeepStrictEqual(before.answers, answers)
      ? {}
      : { ...sealAnswers(keys, answers), status: sealColumn(keys, 'status', recorded(before.status, { type: 'ANSWER_CHANGED' })) }),
    ...(isDeepStrictEqual(before.authors, authors) ? {} : { authors: sealColumn(keys, 'authors', authors) }),
    ...(language === undefined || language === before.language ? {} : { language: sealColumn(keys, 'language', language) }),
  }
}
