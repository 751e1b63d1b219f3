import { expect, test } from 'vitest'
import type { ClaimAnswers } from './answers.ts'
import { claimProgress } from './progress.ts'
import { SHORTEST_CLAIM } from './shortest-claim.ts'

const TODAY = '2026-11-23'
const states = (answers: ClaimAnswers) =>
  Object.fromEntries(claimProgress(answers, TODAY).map(({ id, applies, state }) => [id, applies ? state : 'does not apply']))

test('nothing is started without answers', () => {
  expect(states({})).toEqual({
    start: 'not-started',
    crime: 'not-started',
    work: 'not-started',
    proof: 'not-started',
    money: 'not-started',
    you: 'not-started',
    time: 'does not apply',
    help: 'not-started',
  })
})

test('a complete claim is complete in every part that applies', () => {
  expect(new Set(Object.values(states(SHORTEST_CLAIM)))).toEqual(new Set(['complete', 'does not apply']))
  expect(states(SHORTEST_CLAIM).time).toBe('does not apply')
})

test('a page left open is dealt with, and a page without an answer is not', () => {
  const without = Object.fromEntries(Object.entries(SHORTEST_CLAIM).filter(([id]) => id !== 'income-evidence'))
  expect(states(without).proof).toBe('in-progress')
  expect(states({ ...without, 'income-evidence': { left: 'advocate' } }).proof).toBe('complete')
})

test('a part opens when an answer elsewhere opens its pages, and its pages say where they stand', () => {
  const old = { ...SHORTEST_CLAIM, dates: { value: { start: '2008', end: '2010' } } }
  const time = claimProgress(old, TODAY).find(section => section.id === 'time')
  expect(time).toEqual({
    id: 'time',
    applies: true,
    state: 'not-started',
    questions: [
      { id: 'discovered', applies: true, state: 'unanswered' },
      { id: 'late-filing', applies: true, state: 'unanswered' },
    ],
  })
})
