import type { Day } from '#machines/calendar/day.ts'
import { dayOf, type DraftEvent } from '#machines/draft/events.ts'
import { replayDraft, type DraftState, type DraftStateName } from '#machines/draft/machine.ts'

/** One state on the path of a claim's lifecycle. */
export interface PathPlace {
  readonly state: DraftStateName
  readonly mark: 'done' | 'now' | 'ahead'
  /** Day of the event that led to the state; `null` if it has none. */
  readonly day: Day | null
}

/** The usual path. Other states are shown only once a claim is in them. */
const USUAL: readonly DraftStateName[] = [
  'prepared',
  'inReview',
  'readyToSign',
  'signed',
  'filed',
  'received',
  'victimEligible',
  'incomeLossInReview',
  'allowed',
  'paid',
]
const FIRST: readonly DraftStateName[] = ['prepared', 'printed', 'inReview', 'needsChanges']

/** The states in which a claim was, the one in which it is, and those that usually follow. */
export function lifecyclePath({ state }: DraftState, history: readonly DraftEvent[]): PathPlace[] {
  const been = placesBeen(history)
  const done = been.filter(place => place.state !== state)
  const last = USUAL.findLastIndex(place => place === state || (!FIRST.includes(state) && done.some(each => each.state === place)))
  const ahead =
    state === 'closed' || state === 'denied'
      ? []
      : USUAL.slice(FIRST.includes(state) ? 1 : last + 1).filter(place => place !== state && !done.some(each => each.state === place))
  const now: PathPlace = { state, mark: 'now', day: been.find(place => place.state === state)?.day ?? null }
  return [...done, now, ...ahead.map((place): PathPlace => ({ state: place, mark: 'ahead', day: null }))]
}

/** The states of a claim so far, in order. States that were undone by going back to an earlier one are left out. */
function placesBeen(history: readonly DraftEvent[]): PathPlace[] {
  let been: PathPlace[] = []
  for (let length = 0; length <= history.length; length++) {
    const event = history[length - 1]
    const { state } = replayDraft(history.slice(0, length))
    if (been.at(-1)?.state === state) continue
    const day = event ? dayOf(event) : null
    const before = been.findIndex(place => place.state === state)
    been = [...(before < 0 ? been : been.slice(0, before)), { state, mark: 'done', day }]
  }
  return been
}
