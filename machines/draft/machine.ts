import { assign, initialTransition, setup, transition } from 'xstate'
import type { Day } from '#machines/calendar/day.ts'

export interface DraftContext {
  /** Day of the last printing, kept when answers change afterwards: the paper then differs from the draft. */
  readonly printedOn: Day | null
}

export type DraftEvent =
  | { readonly type: 'PRINTED'; readonly day: Day }
  | { readonly type: 'ANSWER_CHANGED' }

/**
 * The life of a draft: prepared, then printed; a changed answer makes it prepared again, because the paper
 * no longer says what the draft says. Review, filing and decision come with the pages that need them.
 */
export const draftMachine = setup({
  types: { context: {} as DraftContext, events: {} as DraftEvent },
  actions: {
    'note the day': assign(({ event }) => (event.type === 'PRINTED' ? { printedOn: event.day } : {})),
  },
}).createMachine({
  id: 'draft',
  context: { printedOn: null },
  initial: 'prepared',
  states: {
    prepared: { on: { PRINTED: { target: 'printed', actions: 'note the day' } } },
    printed: {
      on: {
        PRINTED: { actions: 'note the day' },
        ANSWER_CHANGED: { target: 'prepared' },
      },
    },
  },
})

/** What a draft is after everything that happened to it. */
export interface DraftState extends DraftContext {
  readonly state: 'prepared' | 'printed'
}

/** Finds the state of a draft by replaying what happened to it, in order. */
export function replayDraft(events: readonly DraftEvent[]): DraftState {
  let [snapshot] = initialTransition(draftMachine)
  for (const event of events) [snapshot] = transition(draftMachine, snapshot, event)
  return { state: snapshot.value, printedOn: snapshot.context.printedOn }
}
