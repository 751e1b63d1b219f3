import { getInitialMicrosteps, getMicrosteps, initialTransition, transition, type AnyStateNode } from 'xstate'
import { describe, expect, test } from 'vitest'
import { ELIGIBILITY_OUTCOMES } from '#machines/rules/eligibility.ts'
import { CHECK_RULES, claimOfCheck } from './answers.ts'
import { checkMachine, positionOf, type CheckEvent, type CheckSnapshot } from './machine.ts'
import { CHECK_QUESTIONS, isCheckQuestionId } from './questions/index.ts'

const TODAY = '2026-11-23'

/** Answers that between them make every guard true and false. */
const TELLING: Readonly<Record<string, readonly object[]>> = {
  kinds: [{ kinds: ['labor'] }],
  place: [{ place: 'california' }, { place: 'elsewhere' }],
  dates: [
    { start: '2024', end: '2025' },
    { start: '2017', end: '2018' },
  ],
  hours: [{ hoursPerWeek: 60 }],
  'birth-year': [{ birthDate: '2002' }],
  proof: [{ evidence: ['medical_records'] }],
  'loss-proof': [{ incomeEvidence: ['applicant_decl'] }],
  pauses: [{ pauses: [] }, { pauses: ['incarcerated'] }],
}
const UNREADABLE = { type: 'ANSWER', value: { nonsense: true } } as const

function eventsAt(snapshot: CheckSnapshot): CheckEvent[] {
  const answers = (TELLING[positionOf(snapshot)] ?? []).map(value => ({ type: 'ANSWER', value }) as const)
  return [...answers, UNREADABLE, { type: 'SKIP' }, { type: 'BACK' }, { type: 'FORGET' }]
}

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states).flatMap(each => [each, ...nodesBelow(each)])
const NODES: readonly AnyStateNode[] = [checkMachine.root, ...nodesBelow(checkMachine.root)]

const stateOf = ({ value }: CheckSnapshot) => (typeof value === 'string' ? value : `result.${value.result}`)

/**
 * Snapshots with the same key have the same choices ahead: the key holds the state, whether time is short, and whether any question was
 * skipped.
 */
function keyOf({ value, context }: CheckSnapshot): string {
  const timeIsShort = CHECK_RULES['the filing time is over or ends soon'](claimOfCheck(context.answers, TODAY), TODAY)
  return JSON.stringify([value, timeIsShort, Object.values(context.answers).some(entry => 'skipped' in entry)])
}

/** One snapshot for every key that the events above can lead to, with all states and transitions seen on the way. */
function explore() {
  const [initial] = initialTransition(checkMachine, { today: TODAY })
  const states = new Set(getInitialMicrosteps(checkMachine, { today: TODAY }).map(([snapshot]) => stateOf(snapshot)))
  const transitions = new Set<unknown>()
  const seen = new Map([[keyOf(initial), initial]])
  for (const snapshot of seen.values()) {
    for (const event of eventsAt(snapshot)) {
      for (const each of checkMachine.getTransitionData(snapshot, event)) transitions.add(each)
      for (const [passed] of getMicrosteps(checkMachine, snapshot, event)) states.add(stateOf(passed))
      const [next] = transition(checkMachine, snapshot, event)
      states.add(stateOf(next))
      if (!seen.has(keyOf(next))) seen.set(keyOf(next), next)
    }
  }
  return { states, transitions, snapshots: [...seen.values()] }
}

const reached = explore()

describe('the flow of the check', () => {
  test('reaches every state', () => {
    const all = NODES.map(node => node.path.join('.')).filter(path => path !== '' && path !== 'result')
    expect([...reached.states].sort()).toEqual(all.sort())
  })

  test('takes every transition', () => {
    const all = NODES.flatMap(node =>
      [...node.transitions.values()].flat().map(each => [`${node.id} ${each.eventType} → ${String(each.target?.[0]?.id)}`, each] as const),
    )
    expect(all.length).toBeGreaterThan(25)
    expect(all.filter(([, each]) => !reached.transitions.has(each)).map(([name]) => name)).toEqual([])
    // The transitions without an event are the three that decide the result; each has a state of its own.
    expect(NODES.flatMap(node => node.always ?? []).map(each => each.target?.[0]?.key)).toEqual(['talk-first', 'more-needed', 'likely'])
  })

  test('has a result for every outcome of the rules', () => {
    const results = [...reached.states].filter(state => state.startsWith('result.') && state !== 'result.deciding')
    expect(results.sort()).toEqual(ELIGIBILITY_OUTCOMES.map(outcome => `result.${outcome}`).sort())
  })

  test('never asks more than eight questions on any way to a result', () => {
    const results = reached.snapshots.filter(snapshot => positionOf(snapshot) === 'result')
    // Every question passed leaves an entry, so the entries count the questions of the way.
    const counts = results.map(snapshot => Object.keys(snapshot.context.answers).length)
    expect(new Set(counts)).toEqual(new Set([7, 8]))
  })

  test('has no dead end: every question can be skipped, and skipping alone ends at a result', () => {
    for (const snapshot of reached.snapshots) {
      let walked = snapshot
      for (let steps = 0; positionOf(walked) !== 'result'; steps += 1) {
        expect(steps).toBeLessThan(CHECK_QUESTIONS.length)
        ;[walked] = transition(checkMachine, walked, { type: 'SKIP' })
      }
    }
  })

  test('gates no question by its own answer: skipped or answered, Back leads to it again', () => {
    for (const snapshot of reached.snapshots) {
      const position = positionOf(snapshot)
      if (!isCheckQuestionId(position)) continue
      for (const event of eventsAt(snapshot).filter(({ type }) => type === 'ANSWER' || type === 'SKIP')) {
        const [next] = transition(checkMachine, snapshot, event)
        if (next.value === snapshot.value) continue
        const [back] = transition(checkMachine, next, { type: 'BACK' })
        // The dates decide nothing about themselves either: they only decide what comes after the hours.
        expect(positionOf(back)).toBe(position)
      }
    }
  })

  test('stays where it is on an answer that cannot be read', () => {
    for (const snapshot of reached.snapshots) {
      const [next] = transition(checkMachine, snapshot, UNREADABLE)
      expect([next.value, next.context.answers]).toEqual([snapshot.value, snapshot.context.answers])
    }
  })

  test('forgets everything from everywhere', () => {
    for (const snapshot of reached.snapshots) {
      const [next] = transition(checkMachine, snapshot, { type: 'FORGET' })
      expect([positionOf(next), next.context.answers]).toEqual(['kinds', {}])
    }
  })

  test('asks the birth year on both sides of 180 days before the seven years end', () => {
    const afterHours = (end: string) => {
      let [snapshot]: [CheckSnapshot, ...unknown[]] = initialTransition(checkMachine, { today: TODAY })
      for (const event of [{ type: 'SKIP' }, { type: 'SKIP' }, { type: 'ANSWER', value: { end } }, { type: 'SKIP' }] as const) {
        ;[snapshot] = transition(checkMachine, snapshot, event)
      }
      return positionOf(snapshot)
    }
    // Seven years after 2020-05-22 is 2027-05-22, 180 days after today; one day later it is 181.
    expect(afterHours('2020-05-22')).toBe('birth-year')
    expect(afterHours('2020-05-23')).toBe('proof')
    expect(afterHours('2001')).toBe('birth-year')
    expect(afterHours('ongoing')).toBe('proof')
  })
})
