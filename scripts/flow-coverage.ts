import { fileURLToPath } from 'node:url'
import {
  createActor,
  type ActorOptions,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type EventFromLogic,
  type InputFrom,
} from 'xstate'
import { claimWalks, WALK_DAY } from '#machines/claim/flow-walks.ts'
import { claimMachine } from '#machines/claim/machine.ts'
import { LIFECYCLE_WALKS } from '#machines/draft/lifecycle-walks.ts'
import { draftMachine } from '#machines/draft/machine.ts'
import { checkMachine } from '#machines/eligibility/machine.ts'
import { checkWalks } from './check-walks.ts'

/** Which states and transitions of a machine the walks have visited. */
export interface FlowCoverage {
  readonly states: { readonly visited: number; readonly total: number; readonly missed: readonly string[] }
  readonly transitions: { readonly visited: number; readonly total: number; readonly missed: readonly string[] }
}

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesBelow)]

const transitionsOf = (node: AnyStateNode): AnyTransitionDefinition[] => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]

function nameOf(transition: AnyTransitionDefinition): string {
  const siblings = transitionsOf(transition.source).filter(other => other.eventType === transition.eventType)
  const targets = transition.target?.map(target => target.key).join(', ') ?? 'stays'
  return `${transition.source.id} ${transition.eventType || 'always'} #${siblings.indexOf(transition)} to ${targets}`
}

function tally<T>(all: readonly T[], seen: ReadonlySet<T>, name: (item: T) => string) {
  const missed = all.filter(item => !seen.has(item))
  return { visited: all.length - missed.length, total: all.length, missed: missed.map(name) }
}

/**
 * Walks a machine and counts the states entered and the transitions taken, those without an event included.
 * @param walks lists of events, each given to a machine started afresh
 */
export function flowCoverage<Machine extends AnyStateMachine>(
  machine: Machine,
  walks: readonly (readonly EventFromLogic<Machine>[])[],
  input?: InputFrom<Machine>,
): FlowCoverage {
  const states = new Set<AnyStateNode>()
  const transitions = new Set<AnyTransitionDefinition>()
  for (const walk of walks) {
    const options = {
      input,
      inspect: event => {
        if (event.type !== '@xstate.microstep') return
        event._transitions.forEach(transition => transitions.add(transition))
        const { _nodes } = event.snapshot as unknown as { _nodes: AnyStateNode[] }
        _nodes.forEach(node => states.add(node))
      },
    } satisfies ActorOptions<AnyStateMachine>
    // xstate makes the input optional or not by the machine's own types, which a generic machine hides.
    const actor = createActor(machine, options as never)
    // An error is kept for a listener; without one it would surface later, outside the test that caused it.
    const subscription = actor.subscribe({ error: () => undefined })
    actor.start()
    const started = actor.getSnapshot() as unknown as { _nodes: AnyStateNode[] }
    started._nodes.forEach(node => states.add(node))
    walk.forEach(event => actor.send(event))
    const { status, error } = actor.getSnapshot() as { status: string; error?: unknown }
    if (status === 'error') throw error
    subscription.unsubscribe()
    actor.stop()
  }
  // A machine never stays in a history state, which only stands for another one.
  const nodes = nodesBelow(machine.root).filter(({ type }) => type !== 'history')
  return {
    states: tally(nodes, states, node => node.id),
    transitions: tally(nodes.flatMap(transitionsOf), transitions, nameOf),
  }
}

/** Coverage of every statechart, by name. */
export function allFlows(): Record<string, FlowCoverage> {
  return {
    eligibility: flowCoverage(checkMachine, checkWalks(), { today: WALK_DAY }),
    claim: flowCoverage(claimMachine, claimWalks(), { today: WALK_DAY }),
    draft: flowCoverage(draftMachine, Object.values(LIFECYCLE_WALKS)),
  }
}

function main(): void {
  for (const [name, coverage] of Object.entries(allFlows())) {
    for (const part of ['states', 'transitions'] as const) {
      const { visited, total, missed } = coverage[part]
      console.log(`${name}: ${visited} of ${total} ${part} (${((100 * visited) / total).toFixed(1)} %)`)
      missed.forEach(item => console.log(`  not visited: ${item}`))
      if (missed.length > 0) process.exitCode = 1
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
