import { setup } from 'xstate'
import { expect, test } from 'vitest'
import { allFlows, flowCoverage } from './flow-coverage.ts'

test.each(Object.entries(allFlows()))('the walks visit every state and transition of the %s', (_name, { states, transitions }) => {
  expect([states.missed, transitions.missed]).toEqual([[], []])
  expect(states.visited).toBe(states.total)
  expect(transitions.visited).toBe(transitions.total)
  expect(transitions.total).toBeGreaterThan(1)
})

test('a state and a transition that no walk visits are named', () => {
  const machine = setup({ types: { events: {} as { type: 'GO' } | { type: 'HOP' } } }).createMachine({
    id: 'small',
    initial: 'one',
    states: { one: { on: { GO: 'two', HOP: 'three' } }, two: { always: 'four' }, three: {}, four: {} },
  })
  const { states, transitions } = flowCoverage(machine, [[{ type: 'GO' }]])
  expect(states).toEqual({ visited: 4, total: 5, missed: ['small.three'] })
  expect(transitions).toEqual({ visited: 2, total: 3, missed: ['small.one HOP #0 to three'] })
})
