import { CLAIM_FILE_VERSION, type ClaimFile } from '#machines/answers/claim-file.ts'
import { QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { readAnswer } from '#machines/answers/store.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers, type ClaimAnswers, type Entry, type LeftOpen } from './answers.ts'
import { walkClaim } from './walk.ts'

/**
 * The claim file of the answers that apply; what is set aside stays out of it.
 * @param today decides which pages apply; the file itself names no day, so that a later reading uses its own
 * @param base what is known beside the answers
 */
export function assembleClaim(answers: ClaimAnswers, today: Day, base: Pick<ClaimFile, 'language'> = {}): ClaimFile {
  const read = readAnswers(answers, today)
  const { claim, applicable } = walkClaim(read, today)
  const leftOpen: Record<string, LeftOpen> = {}
  for (const page of applicable) {
    const entry = read[page]
    if (entry && 'left' in entry) leftOpen[page] = entry.left
  }
  const open = Object.keys(leftOpen).length > 0 ? { leftOpen } : {}
  return { version: CLAIM_FILE_VERSION, ...base, ...claim, ...open }
}

/**
 * The answers, page by page, that a claim file holds: the inverse of {@link assembleClaim}. Facts of pages
 * that do not apply become answers too, set aside by the next walk. An answer wins over a page left open.
 */
export function answersFromClaim(claim: ClaimFile): ClaimAnswers {
  const answers: Partial<Record<QuestionId, Entry>> = {}
  for (const question of QUESTIONS) {
    const value = readAnswer(claim, question)
    const left = question.mayLeaveOpen ? claim.leftOpen?.[question.id] : undefined
    if (value !== undefined) answers[question.id] = { value }
    else if (left) answers[question.id] = { left }
  }
  return answers
}
