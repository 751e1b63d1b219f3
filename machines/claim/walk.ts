import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { writeAnswer } from '#machines/answers/store.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readEntry, type ClaimAnswers, type ReadAnswers } from './answers.ts'
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

/** How far the pages were walked: whether each page applies, and the claim before each page, with the claim of all pages at the end. */
interface Steps {
  readonly applies: boolean[]
  readonly claims: ClaimFile[]
}

// The machine asks for several pages in a row, so the walk continues from where it stopped.
const stepsOf = remembered<ClaimAnswers, Steps>(() => ({ applies: [], claims: [{}] }))

/**
 * Decides whether a page applies, from the answers of the pages before it and from nothing else, so that no page is gated by its own
 * answer. No other code decides it. An answer is read where the walk comes to its page, so those of later pages are not.
 * @param count how many pages to walk at least
 */
function walkTo(count: number, answers: ClaimAnswers, today: Day): Steps {
  const steps = stepsOf(answers, today)
  for (const question of QUESTIONS.slice(steps.applies.length, count)) {
    const claim = steps.claims.at(-1) ?? {}
    const applies = question.appliesWhen.every(rule => APPLICABILITY[rule](claim, today))
    const stored = applies ? answers[question.id] : undefined
    const entry = stored && readEntry(question.id, stored, today)
    steps.applies.push(applies)
    steps.claims.push(entry && 'value' in entry ? writeAnswer(claim, question, entry.value) : claim)
  }
  return steps
}

/** Walks all pages. */
export const walkClaim = remembered((answers: ReadAnswers, today: Day): ClaimWalk => {
  const { applies, claims } = walkTo(QUESTIONS.length, answers, today)
  return {
    claim: claims.at(-1) ?? {},
    applicable: QUESTION_IDS.filter((_, place) => applies[place]),
    setAside: QUESTION_IDS.filter((page, place) => !applies[place] && answers[page]),
  }
})

/** Whether a page applies with these answers, read or as they are stored. The pages after it are not walked. */
export function pageApplies(page: QuestionId, answers: ClaimAnswers, today: Day): boolean {
  const place = QUESTION_IDS.indexOf(page)
  return walkTo(place + 1, answers, today).applies[place] ?? false
}
