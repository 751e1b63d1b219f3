import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Question } from '#machines/answers/question.ts'
import { writeAnswer } from '#machines/answers/store.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ReadAnswers } from './answers.ts'
import { APPLICABILITY } from './applicability.ts'
import { remembered } from './remembered.ts'

/** One pass over the pages in order: which apply, and the claim that their answers make. */
export interface ClaimWalk {
  /** The claim of the answers that apply, without the pages left open. */
  readonly claim: ClaimFile
  readonly applicable: readonly QuestionId[]
  /** Pages that were answered or left open and do not apply now. */
  readonly setAside: readonly QuestionId[]
}

const applies = (question: Question, claim: ClaimFile, today: Day) => question.appliesWhen.every(rule => APPLICABILITY[rule](claim, today))

/**
 * Walks the pages. Whether a page applies is decided from the pages before it and from nothing else,
 * so no page can be gated by its own answer.
 */
export const walkClaim = remembered((answers: ReadAnswers, today: Day): ClaimWalk => {
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
})

// The machine asks for several pages and sentences in a row, so the walk goes on from where it stood: claim n is that of the first n pages.
const claimsOf = remembered<ReadAnswers, ClaimFile[]>(() => [{}])

/** The claim that the pages before `page` make: what the page's own rules may look at. */
export function claimBefore(page: QuestionId, answers: ReadAnswers, today: Day): ClaimFile {
  const claims = claimsOf(answers, today)
  const place = QUESTION_IDS.indexOf(page)
  let claim = claims.at(-1) ?? {}
  for (const question of QUESTIONS.slice(claims.length - 1, place)) {
    const entry = answers[question.id]
    if (entry && 'value' in entry && applies(question, claim, today)) claim = writeAnswer(claim, question, entry.value)
    claims.push(claim)
  }
  return claims[place] ?? claim
}
