import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Question } from '#machines/answers/question.ts'
import { writeAnswer } from '#machines/answers/store.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ReadAnswers } from './answers.ts'
import { APPLICABILITY } from './applicability.ts'

/** One pass over the pages in order: which apply, and the claim that their answers make. */
export interface ClaimWalk {
  /** The claim of the answers that apply, without the pages left open. */
  readonly claim: ClaimFile
  readonly applicable: readonly QuestionId[]
  /** Pages that were answered or left open and do not apply now. */
  readonly setAside: readonly QuestionId[]
}

const applies = (question: Question, claim: ClaimFile, today: Day) =>
  question.appliesWhen.every(rule => APPLICABILITY[rule](claim, today))

/**
 * Walks the pages. Whether a page applies is decided from the pages before it and from nothing else,
 * so no page can be gated by its own answer.
 */
export function walkClaim(answers: ReadAnswers, today: Day): ClaimWalk {
  let claim: ClaimFile = {}
  const applicable: QuestionId[] = []
  const setAside: QuestionId[] = []
  for (const question of QUESTIONS) {
    const entry = answers[question.id]
    if (applies(question, claim, today)) {
      applicable.push(question.id)
      if (entry && 'value' in entry) claim = writeAnswer(claim, question, entry.value)
    } else if (entry) setAside.push(question.id)
  }
  return { claim, applicable, setAside }
}

/** The claim that the pages before `page` make: what the page's own rules may look at. */
export function claimBefore(page: QuestionId, answers: ReadAnswers, today: Day): ClaimFile {
  const place = QUESTIONS.findIndex(question => question.id === page)
  const before = QUESTIONS.slice(0, place).map(question => [question.id, answers[question.id]] as const)
  return walkClaim(Object.fromEntries(before), today).claim
}
