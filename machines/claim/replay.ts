import { initialTransition, transition } from 'xstate'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers, type ClaimAnswers, type ReadEntry } from './answers.ts'
import { claimMachine, positionOf, type ClaimEvent, type ClaimPosition } from './machine.ts'
import { remembered } from './remembered.ts'
import { walkClaim } from './walk.ts'

/** Where the answers lead. */
export interface ClaimReplay {
  /** The first page that still waits for the person, or the review. */
  readonly position: ClaimPosition
  /** Pages from the first up to and including the position; the review is not a page. */
  readonly path: readonly QuestionId[]
  /** Pages whose answers wait because the pages do not apply now. */
  readonly setAside: readonly QuestionId[]
  /** Pages that apply and have no answer: left open, or not reached yet. */
  readonly openCount: number
}

const asEvent = (entry: ReadEntry): ClaimEvent =>
  'value' in entry ? { type: 'ANSWER', value: entry.value } : { type: 'LEAVE_OPEN', how: entry.left }

/** Finds the position by giving the stored answers to the machine again, page by page. */
export const replayClaim = remembered((stored: ClaimAnswers, today: Day): ClaimReplay => {
  const answers = readAnswers(stored, today)
  let [snapshot] = initialTransition(claimMachine, { today })
  let position = positionOf(snapshot)
  const path: QuestionId[] = []
  while (position !== 'review') {
    path.push(position)
    const entry = answers[position]
    if (!entry) break
    ;[snapshot] = transition(claimMachine, snapshot, asEvent(entry))
    position = positionOf(snapshot)
  }
  const { applicable, setAside } = walkClaim(answers, today)
  const openCount = applicable.filter(page => !('value' in (answers[page] ?? {}))).length
  return { position, path, setAside, openCount }
})

/** What one event on one page does. */
export interface ClaimStep {
  /** All answers afterwards, those set aside and those that could not be read included. */
  readonly answers: ClaimAnswers
  readonly position: ClaimPosition
  /** Whether the machine took the event: false where the answer was refused or the page may not be skipped. */
  readonly accepted: boolean
}

/**
 * Sends one event to one page, whatever the order in which pages were answered. A page that does not
 * apply is passed, and the event then goes nowhere.
 */
export function stepClaim(stored: ClaimAnswers, today: Day, page: ClaimPosition, event: ClaimEvent): ClaimStep {
  const [initial] = initialTransition(claimMachine, { today, answers: readAnswers(stored, today) })
  const [there] = transition(claimMachine, initial, { type: 'GO_TO', page })
  if (positionOf(there) !== page || !there.can(event)) return { answers: stored, position: positionOf(there), accepted: false }
  const [after] = transition(claimMachine, there, event)
  return { answers: { ...stored, ...after.context.answers }, position: positionOf(after), accepted: true }
}
