import { QUESTION_IDS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers } from './answers.ts'

/**
 * Pages whose words an advocate wrote; the words of every other page are those of the person whose claim it is. `taken` are words that an
 * advocate wrote and the person accepted when asked: from then on they are the person's to change.
 */
export type Authors = Readonly<Partial<Record<QuestionId, 'staff' | 'taken'>>>

/** Who saves a page; `taken` is the person who accepts an advocate's words. */
export type Author = 'survivor' | 'staff' | 'taken'

/** Whether a page holds words that only the person may change. */
export const isOwnWords = (authors: Authors, answers: ClaimAnswers, page: QuestionId): boolean =>
  'value' in (answers[page] ?? {}) && authors[page] !== 'staff'

/**
 * The authors of the pages after a save.
 * @param isSame whether two entries of a page say the same
 */
export function authorsAfter(
  authors: Authors,
  before: ClaimAnswers,
  after: ClaimAnswers,
  by: Author,
  isSame: (one: unknown, other: unknown) => boolean,
): Authors {
  const wrote = (page: QuestionId) => (by === 'survivor' || after[page] === undefined ? undefined : by)
  const whose = QUESTION_IDS.map(page => [page, isSame(before[page], after[page]) ? authors[page] : wrote(page)] as const)
  return Object.fromEntries(whose.filter(([, author]) => author !== undefined))
}
