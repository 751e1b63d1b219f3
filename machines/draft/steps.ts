import type { AnyStateNode } from 'xstate'
import { isDay, type Day } from '#machines/calendar/day.ts'
import type { FilingFacts } from '#machines/rules/filing-facts.ts'
import { dayOf, type DraftEvent, type DraftEventType, type DraftProposal } from './events.ts'
import { DRAFT_STATES, draftMachine, replayDraft, type DraftState, type DraftStateName } from './machine.ts'
import { NEEDS, type LifecycleObstacle, type NeedName } from './needs.ts'
import { mayTake, type LifecycleRole } from './roles.ts'

/** Facts from outside the draft's lifecycle at the moment of a step. */
export interface LifecycleFacts {
  readonly today: Day
  /** What the answers say now: see `filingFacts`. */
  readonly filing: FilingFacts
}

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesBelow)]
const nodeAndAbove = (node: AnyStateNode): AnyStateNode[] => [node, ...(node.parent ? nodeAndAbove(node.parent) : [])]

/**
 * For each state, the steps that the chart allows there and the need that guards each; where an inner and an outer state both have a step,
 * the inner one counts.
 */
const STEPS_FROM = new Map<string, ReadonlyMap<string, NeedName | null>>(
  nodesBelow(draftMachine.root)
    .filter(({ key, type }) => type === 'atomic' && DRAFT_STATES.some(state => state === key))
    .map(node => {
      const outwards = nodeAndAbove(node).flatMap(({ transitions }) => [...transitions.values()].flat())
      const entries = outwards.map(({ eventType, guard }) => [eventType, (guard as NeedName | undefined) ?? null] as const)
      return [node.key, new Map(entries.reverse())]
    }),
)

function stepsFrom(state: DraftStateName): ReadonlyMap<string, NeedName | null> {
  const steps = STEPS_FROM.get(state)
  if (!steps) throw new Error(`the chart has no state ${state}`)
  return steps
}

/** The steps that a role may take from a state; {@link whyNot} tells whether one can be taken now. */
export function permittedEvents(state: DraftStateName, role: LifecycleRole): DraftEventType[] {
  return ([...stepsFrom(state).keys()] as DraftEventType[]).filter(type => mayTake(role, type)).sort()
}

/**
 * The obstacles between a draft and a step, in the order in which to tell them; empty where there is none. A role that may not take the
 * step is told only that.
 */
export function whyNot(draft: DraftState, proposal: DraftProposal, role: LifecycleRole, facts: LifecycleFacts): LifecycleObstacle[] {
  if (!mayTake(role, proposal.type)) return [{ code: 'not-this-role', citation: 'house-choice' }]
  const steps = stepsFrom(draft.state)
  if (!steps.has(proposal.type)) return [{ code: 'not-now', citation: 'house-choice' }]
  const day = dayOf(proposal)
  if (day !== null && !isDay(day)) return [{ code: 'no-such-day', citation: 'house-choice' }]
  const need = steps.get(proposal.type)
  return [
    ...(day !== null && day > facts.today ? [{ code: 'day-ahead' as const, citation: 'house-choice' as const }] : []),
    ...(need ? NEEDS[need](draft, withFacts(proposal, facts)) : []),
  ]
}

export type StepResult =
  | { readonly ok: true; readonly event: DraftEvent; readonly history: readonly DraftEvent[] }
  | { readonly ok: false; readonly obstacles: readonly LifecycleObstacle[] }

/** Takes a step that a person asks for, or tells the obstacles to it. Saves and printings are added by `recorded` instead. */
export function takeStep(history: readonly DraftEvent[], proposal: DraftProposal, role: LifecycleRole, facts: LifecycleFacts): StepResult {
  const obstacles = whyNot(replayDraft(history), proposal, role, facts)
  if (obstacles.length > 0) return { ok: false, obstacles }
  const event = withFacts(proposal, facts)
  return { ok: true, event, history: [...history, event] }
}

/** The proposed event with what the answers say, which the caller may not set. */
function withFacts(proposal: DraftProposal, { filing }: LifecycleFacts): DraftEvent {
  return proposal.type === 'APPROVED' || proposal.type === 'READY_WITHOUT_REVIEW' ? { ...proposal, facts: filing } : proposal
}
