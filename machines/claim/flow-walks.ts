import { initialTransition, transition } from 'xstate'
import type { Question } from '#machines/answers/question.ts'
import { getQuestion, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from './answers.ts'
import { claimMachine, positionOf, type ClaimEvent, type ClaimPosition } from './machine.ts'
import { SHORTEST_CLAIM } from './shortest-claim.ts'

/** The day on which all walks take place. */
export const WALK_DAY: Day = '2026-11-23'

const firstExamples: ClaimAnswers = Object.fromEntries(QUESTIONS.map(({ id, examples }) => [id, { value: examples[0] }]))

/** Part-time work in the years in which the minimum wage had two rates, so that the employer's size counts. */
const SPLIT_WORK = { periods: [{ from: '2019-01', to: '2019-03', hoursPerWeek: 10, kind: 'Sewing' }] }

/** Invented people whose answers together open every page. */
export const WALKERS: Readonly<Record<string, ClaimAnswers>> = {
  'a victim who files alone': SHORTEST_CLAIM,
  'a member of Safe at Home': { ...SHORTEST_CLAIM, 'safe-at-home': { value: { safeAtHome: true } } },
  'a parent, with small workplaces': {
    ...firstExamples,
    'income-evidence': { value: { incomeEvidence: ['applicant_decl', 'caseworker_decl'] } },
    filer: { value: { filer: 'parent-or-guardian' } },
    work: { value: SPLIT_WORK },
    'safe-at-home': { value: { safeAtHome: false } },
  },
  'a family member, long after': {
    ...firstExamples,
    filer: { value: { filer: 'family-member' } },
    dates: { value: { start: '2008', end: '2010' } },
  },
  'an advocate, in time by discovery alone': {
    ...firstExamples,
    filer: { value: { filer: 'advocate' } },
    dates: { value: { start: '2008', end: '2010' } },
    names: { value: { firstName: 'Rosa', birthDate: '1990' } },
    discovered: { value: { discovered: '2024' } },
  },
  'an attorney, with little time left': {
    ...firstExamples,
    filer: { value: { filer: 'attorney' } },
    dates: { value: { start: '2019', end: '2020-01-15' } },
    names: { value: { firstName: 'Rosa', birthDate: '1990' } },
  },
}

/** Replays `events`, then sends the machine the event that `choose` picks for each page, until it picks none; adds these to `events`. */
function record(events: ClaimEvent[], choose: (page: ClaimPosition) => ClaimEvent | undefined): void {
  let [snapshot] = initialTransition(claimMachine, { today: WALK_DAY })
  for (const event of events) [snapshot] = transition(claimMachine, snapshot, event)
  for (let event = choose(positionOf(snapshot)); event; event = choose(positionOf(snapshot))) {
    events.push(event)
    ;[snapshot] = transition(claimMachine, snapshot, event)
  }
}

/**
 * One person's walk, three times forward and twice back: they answer every page; then leave open the pages that depend on others; then
 * leave open every page that may be left open.
 */
function walkOf(answers: ClaimAnswers): ClaimEvent[] {
  const answer = (page: QuestionId): ClaimEvent | undefined => {
    const entry = answers[page]
    return entry && 'value' in entry ? { type: 'ANSWER', value: entry.value } : undefined
  }
  const events: ClaimEvent[] = []
  const forward = (leavesOpen: (question: Question) => boolean) =>
    record(events, page => {
      if (page === 'review') return undefined
      return leavesOpen(getQuestion(page)) ? { type: 'LEAVE_OPEN', how: 'advocate' } : answer(page)
    })
  const back = () => record(events, page => (page === QUESTIONS[0]?.id ? undefined : { type: 'BACK' }))
  forward(() => false)
  back()
  forward(question => question.appliesWhen.length > 0)
  back()
  forward(question => question.mayLeaveOpen)
  return events
}

/** All walks of the claim: the walk of every walker, and one that jumps to every page and to the review. */
export function claimWalks(): ClaimEvent[][] {
  const jumps = [...QUESTIONS.map(question => question.id), 'review' as const].map(page => ({ type: 'GO_TO', page }) as const)
  return [...Object.values(WALKERS).map(walkOf), jumps]
}
