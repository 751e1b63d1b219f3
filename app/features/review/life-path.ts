import type { Day } from '#machines/calendar/day.ts'
import { dayOf, type DraftEvent } from '#machines/draft/events.ts'
import { replayDraft, type DraftState, type DraftStateName } from '#machines/draft/machine.ts'

/** One place on the way of a claim. */
export interface PathPlace {
  readonly state: DraftStateName
  readonly mark: 'done' | 'now' | 'ahead'
  /** Day of the paper that brought it there. */
  readonly day: Day | null
}

/** The usual way; what lies beside it is shown once a claim is there. */
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

/** Where a claim was, is, and usually goes from there. */
export function lifePath({ state }: DraftState, history: readonly DraftEvent[]): PathPlace[] {
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

/** Places in the order in which a claim came to them for the last time; what was undone since is not among them. */
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
