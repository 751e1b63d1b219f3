import type { LEFT_OPEN } from '#machines/answers/claim-file.ts'
import { parseAnswer } from '#machines/answers/parse-answer.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, isQuestionId, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'

/** How a page was left without an answer: for later, or for an advocate. */
export type LeftOpen = (typeof LEFT_OPEN)[number]

/** What a person did with one page: an answer, or the choice to leave it open. */
export type Entry = { readonly value: unknown } | { readonly left: LeftOpen }

/**
 * Everything a person answered, by page: the only thing that is stored. Answers of pages that no longer
 * apply stay here, set aside, and count again when the page applies again.
 */
export type ClaimAnswers = Readonly<Partial<Record<QuestionId, Entry>>>

/** An entry whose answer was read by its page. */
export type ReadEntry = { readonly value: Answer } | { readonly left: LeftOpen }

/** Answers that were read: what rules and machines work with. */
export type ReadAnswers = Readonly<Partial<Record<QuestionId, ReadEntry>>>

/** Reads one entry, or undefined where its page refuses it (an answer from before a rule changed, say). */
export function readEntry(page: QuestionId, entry: Entry, today: Day): ReadEntry | undefined {
  const question = getQuestion(page)
  if ('left' in entry) return question.mayLeaveOpen ? entry : undefined
  const parsed = parseAnswer(question, entry.value, today)
  return parsed.ok ? { value: parsed.answer } : undefined
}

/** The entries that their pages accept; a refused one counts as not answered, so that its page is asked again. */
export function readAnswers(answers: ClaimAnswers, today: Day): ReadAnswers {
  const read: Partial<Record<QuestionId, ReadEntry>> = {}
  for (const [page, entry] of Object.entries(answers)) {
    const kept = isQuestionId(page) ? readEntry(page, entry, today) : undefined
    if (isQuestionId(page) && kept) read[page] = kept
  }
  return read
}
