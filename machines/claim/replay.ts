import { initialTransition, transition } from 'xstate'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers, type ClaimAnswers, type Entry } from './answers.ts'
import { claimMachine, positionOf, type ClaimEvent, type ClaimPosition } from './machine.ts'
import { remembered } from './remembered.ts'
import { walkClaim } from './walk.ts'

/** Where the answers lead. */
export interface ClaimReplay {
  /** The first page that still waits for the person, or the review. */
  readonly position: ClaimPosition
  /** Pages from the first up to and including the position; the review is not a page. */
  readonly path: readonly QuestionId[]
  /** Pages whose answers are set aside because the pages do not apply now. */
  readonly setAside: readonly QuestionId[]
  /** Pages that apply and have no answer: left open, or not reached yet. */
  readonly openCount: number
}

/** The event that tells the machine what was done with a page. */
export const entryEvent = (entry: Entry): ClaimEvent =>
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
    ;[snapshot] = transition(claimMachine, snapshot, entryEvent(entry))
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
 * Sends one event to one page, whatever the order in which pages were answered. The machine passes a page that does not apply, and the
 * event then changes nothing.
 */
export function stepClaim(stored: ClaimAnswers, today: Day, page: ClaimPosition, event: ClaimEvent): ClaimStep {
  const [initial] = initialTransition(claimMachine, { today, answers: readAnswers(stored, today) })
  const [there] = transition(claimMachine, initial, { type: 'GO_TO', page })
  if (positionOf(there) !== page || !there.can(event)) return { answers: stored, position: positionOf(there), accepted: false }
  const [after] = transition(claimMachine, there, event)
  return { answers: { ...stored, ...after.context.answers }, position: positionOf(after), accepted: true }
}

/** What several entries, sent together, do. */
export interface ClaimSteps {
  /** All answers afterwards. */
  readonly answers: ClaimAnswers
  /** Pages whose entries the machine refused; nothing of them is in the answers. */
  readonly refused: readonly QuestionId[]
}

/**
 * Takes entries of several pages that were sent together, in an order that loses none: a page is answered before another answer closes it,
 * and what was answered there is then set aside. An answer to a page that was closed already is set aside, too.
 */
export function stepTogether(
  stored: ClaimAnswers,
  today: Day,
  entries: readonly { readonly page: QuestionId; readonly entry: Entry }[],
): ClaimSteps {
  let answers = stored
  const take = ({ page, entry }: (typeof entries)[number]) => {
    const step = stepClaim(answers, today, page, entryEvent(entry))
    answers = step.answers
    return step.accepted
  }
  // Later pages come first, since earlier ones close them; then those that needed an earlier one are tried again.
  const refused = entries
    .toReversed()
    .filter(each => !take(each))
    .reverse()
    .filter(each => !take(each))
  const { applicable } = walkClaim(readAnswers(answers, today), today)
  const closed = refused.filter(({ page }) => !applicable.includes(page))
  const aside = Object.fromEntries(closed.map(({ page, entry }) => [page, entry]))
  return { answers: { ...answers, ...aside }, refused: refused.filter(each => !closed.includes(each)).map(({ page }) => page) }
}
