import { assign, initialTransition, setup, transition } from 'xstate'
import { NEW_DRAFT, noted, type DraftContext } from './context.ts'
import type { DraftEvent } from './events.ts'
import { NEEDS, type NeedName } from './needs.ts'

export type { DraftContext } from './context.ts'
export type { DraftEvent } from './events.ts'

/** Makes a guard of the chart: the step passes where the need of this name finds no obstacle. */
const met =
  (need: NeedName) =>
  ({ context, event }: { context: DraftContext; event: DraftEvent }) =>
    NEEDS[need](context, event).length === 0

const step = 'note it'
const to = (target: string) => ({ target, actions: step }) as const
const toIf = (guard: NeedName, target: string) => ({ guard, target, actions: step }) as const
const noteIf = (guard: NeedName) => ({ guard, actions: step }) as const

/**
 * The lifecycle of a draft, from the first answer to the last payment. Until the draft is filed, a changed answer takes it back to
 * preparation, because review and signatures were given for other words. A letter of the Board that never came does not hold up the next
 * one: any later notice can follow the filing. `roles.ts` says who may take a step.
 */
export const draftMachine = setup({
  types: { context: {} as DraftContext, events: {} as DraftEvent },
  actions: { 'note it': assign(({ context, event }) => noted(context, event)) },
  guards: {
    'nothing is missing': met('nothing is missing'),
    'the order of signing allows it': met('the order of signing allows it'),
    'everybody has signed who has to': met('everybody has signed who has to'),
    'it follows the signatures': met('it follows the signatures'),
    'it follows the filing': met('it follows the filing'),
    'it follows the appeal': met('it follows the appeal'),
    'it follows a decision to pay': met('it follows a decision to pay'),
    'it follows a decision that can be appealed': met('it follows a decision that can be appealed'),
    'something was asked for': met('something was asked for'),
  },
}).createMachine({
  id: 'draft',
  context: NEW_DRAFT,
  initial: 'open',
  states: {
    open: {
      initial: 'preparing',
      on: { PRINTED: { actions: step }, ANSWER_CHANGED: { actions: step }, CLOSED: to('closed') },
      states: {
        preparing: {
          initial: 'prepared',
          on: { SENT_TO_REVIEW: to('inReview'), READY_WITHOUT_REVIEW: to('readyToSign') },
          states: {
            prepared: { on: { PRINTED: to('printed') } },
            printed: { on: { ANSWER_CHANGED: to('prepared') } },
          },
        },
        inReview: {
          on: {
            ANSWER_CHANGED: to('preparing'),
            TAKEN_FROM_REVIEW: to('preparing'),
            CHANGES_ASKED: to('needsChanges'),
            APPROVED: toIf('nothing is missing', 'readyToSign'),
            READY_WITHOUT_REVIEW: to('readyToSign'),
          },
        },
        needsChanges: { on: { SENT_TO_REVIEW: to('inReview'), READY_WITHOUT_REVIEW: to('readyToSign') } },
        readyToSign: {
          always: { guard: 'everybody has signed who has to', target: 'signed' },
          on: {
            SIGNED_BY: noteIf('the order of signing allows it'),
            SIGNING_STARTED_OVER: { actions: step },
            CHANGES_ASKED: to('needsChanges'),
            ANSWER_CHANGED: to('preparing'),
          },
        },
        signed: {
          on: {
            FILED: toIf('it follows the signatures', 'withBoard'),
            SIGNING_STARTED_OVER: to('readyToSign'),
            CHANGES_ASKED: to('needsChanges'),
            ANSWER_CHANGED: to('preparing'),
          },
        },
        withBoard: {
          initial: 'waiting',
          on: {
            INFORMATION_ASKED: noteIf('it follows the filing'),
            INFORMATION_SENT: noteIf('something was asked for'),
          },
          states: {
            waiting: {
              initial: 'filed',
              on: { ALLOWED: toIf('it follows the filing', 'allowed'), DENIED: toIf('it follows the filing', 'denied') },
              states: {
                filed: {
                  on: {
                    RECEIVED: toIf('it follows the filing', 'received'),
                    VICTIM_ELIGIBLE: toIf('it follows the filing', 'victimEligible'),
                    INCOME_LOSS_REVIEW_BEGUN: toIf('it follows the filing', 'incomeLossInReview'),
                  },
                },
                received: {
                  on: {
                    VICTIM_ELIGIBLE: toIf('it follows the filing', 'victimEligible'),
                    INCOME_LOSS_REVIEW_BEGUN: toIf('it follows the filing', 'incomeLossInReview'),
                  },
                },
                victimEligible: { on: { INCOME_LOSS_REVIEW_BEGUN: toIf('it follows the filing', 'incomeLossInReview') } },
                incomeLossInReview: {},
              },
            },
            allowed: {
              on: {
                PAID: toIf('it follows a decision to pay', 'paid'),
                APPEALED: toIf('it follows a decision that can be appealed', 'appealed'),
              },
            },
            denied: { on: { APPEALED: toIf('it follows a decision that can be appealed', 'appealed') } },
            /** Money may come in several parts, and a part that was turned down can still be appealed. */
            paid: {
              on: {
                PAID: noteIf('it follows a decision to pay'),
                APPEALED: toIf('it follows a decision that can be appealed', 'appealed'),
              },
            },
            appealed: {
              on: {
                HEARING_RECOMMENDATION: noteIf('it follows the appeal'),
                VICTIM_ELIGIBLE: toIf('it follows the appeal', 'waiting.victimEligible'),
                ALLOWED: toIf('it follows the appeal', 'allowed'),
                DENIED: toIf('it follows the appeal', 'denied'),
                /** The part that was allowed can be paid meanwhile. */
                PAID: noteIf('it follows a decision to pay'),
              },
            },
          },
        },
        asBefore: { type: 'history', history: 'deep' },
      },
    },
    closed: { on: { REOPENED: to('open.asBefore') } },
  },
})

/** The states that a draft can stay in, in the order of its lifecycle. */
export const DRAFT_STATES = [
  'prepared',
  'printed',
  'inReview',
  'needsChanges',
  'readyToSign',
  'signed',
  'filed',
  'received',
  'victimEligible',
  'incomeLossInReview',
  'allowed',
  'denied',
  'paid',
  'appealed',
  'closed',
] as const
export type DraftStateName = (typeof DRAFT_STATES)[number]

/** What a draft is after everything that happened to it. */
export interface DraftState extends DraftContext {
  readonly state: DraftStateName
}

/** Finds the state of a draft by replaying what happened to it, in order; an event that the chart refuses changes nothing. */
export function replayDraft(events: readonly DraftEvent[]): DraftState {
  let [snapshot] = initialTransition(draftMachine)
  for (const event of events) [snapshot] = transition(draftMachine, snapshot, event)
  return { state: restingState(snapshot.value), ...snapshot.context }
}

/** The innermost name of a state's value: no two states of the chart share one. */
function restingState(value: unknown): DraftStateName {
  if (typeof value === 'object' && value !== null) return restingState(Object.values(value)[0])
  const state = DRAFT_STATES.find(name => name === value)
  if (state === undefined) throw new Error('the chart and the list of its states differ')
  return state
}
