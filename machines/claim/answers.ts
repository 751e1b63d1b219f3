import type { LEFT_OPEN } from '#machines/answers/claim-file.ts'
import { parseAnswer } from '#machines/answers/parse-answer.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, isQuestionId, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import { remembered } from './remembered.ts'

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

/** What a value gave when it was read as an answer of this page on this day. */
interface Reading {
  readonly page: QuestionId
  readonly today: Day
  readonly entry: ReadEntry | undefined
}

// A memory as in `remembered`, but by the value itself: the entries and events that carry a value are made anew each time.
const readings = new WeakMap<object, Reading>()

/** Reads one entry, or undefined where its page refuses it (an answer from before a rule changed, say). */
export function readEntry(page: QuestionId, entry: Entry, today: Day): ReadEntry | undefined {
  if ('left' in entry) return getQuestion(page).mayLeaveOpen ? entry : undefined
  const { value } = entry
  if (typeof value !== 'object' || value === null) return readValue(page, value, today)
  const before = readings.get(value)
  if (before?.page === page && before.today === today) return before.entry
  const read = readValue(page, value, today)
  const reading = { page, today, entry: read }
  readings.set(value, reading)
  // Reading an answer that was already read gives the same answer.
  if (read) readings.set(read.value, reading)
  return read
}

function readValue(page: QuestionId, value: unknown, today: Day): { readonly value: Answer } | undefined {
  const parsed = parseAnswer(getQuestion(page), value, today)
  return parsed.ok ? { value: parsed.answer } : undefined
}

/** The entries that their pages accept; a refused one counts as not answered, so that its page is asked again. */
export const readAnswers = remembered((answers: ClaimAnswers, today: Day): ReadAnswers => {
  const read: Partial<Record<QuestionId, ReadEntry>> = {}
  for (const [page, entry] of Object.entries(answers)) {
    const kept = isQuestionId(page) ? readEntry(page, entry, today) : undefined
    if (isQuestionId(page) && kept) read[page] = kept
  }
  return read
})
