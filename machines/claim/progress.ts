import { QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { SECTIONS, type SectionId } from '#machines/answers/sections.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers, type ClaimAnswers, type ReadEntry } from './answers.ts'
import { walkClaim } from './walk.ts'

export interface QuestionProgress {
  readonly id: QuestionId
  readonly applies: boolean
  readonly state: 'answered' | 'left-open' | 'unanswered'
}

/** One line of a task list. */
export interface SectionProgress {
  readonly id: SectionId
  /** Whether any of its pages applies. */
  readonly applies: boolean
  /** Complete means that every page that applies was answered or left open on purpose. */
  readonly state: 'not-started' | 'in-progress' | 'complete'
  readonly questions: readonly QuestionProgress[]
}

const stateOf = (entry: ReadEntry | undefined): QuestionProgress['state'] =>
  !entry ? 'unanswered' : 'value' in entry ? 'answered' : 'left-open'

/** How far every section is. None of this is ever stored, because it follows from the answers. */
export function claimProgress(stored: ClaimAnswers, today: Day): SectionProgress[] {
  const answers = readAnswers(stored, today)
  const { applicable } = walkClaim(answers, today)
  return SECTIONS.map(id => {
    const questions = QUESTIONS.filter(question => question.section === id).map(question => ({
      id: question.id,
      applies: applicable.includes(question.id),
      state: stateOf(answers[question.id]),
    }))
    const asked = questions.filter(question => question.applies)
    const done = asked.filter(question => question.state !== 'unanswered').length
    const state = done === 0 ? 'not-started' : done < asked.length ? 'in-progress' : 'complete'
    return { id, applies: asked.length > 0, state, questions }
  })
}
