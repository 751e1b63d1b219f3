import { expect, test } from 'vitest'
import { DRAFT_STATES } from '#machines/draft/machine.ts'
import type { SummaryDue } from './case-summary.ts'
import { daysLeftOf, NEXT_STEPS, nextStepOf } from './next-step.ts'

const due = (kind: SummaryDue['kind'], day: string, whose: SummaryDue['whose'] = 'ours'): SummaryDue => ({ kind, whose, day })

test('every state has a next step, and every step is the next one of some case', () => {
  const bare = DRAFT_STATES.map(state => nextStepOf({ state, missing: [], due: [] }))
  expect(bare).toMatchInlineSnapshot(`
    [
      "send-to-review",
      "send-to-review",
      "review",
      "make-changes",
      "sign",
      "send-out",
      "await-receipt",
      "await-eligibility",
      "await-income-loss",
      "await-decision",
      "await-payment",
      "close",
      "close",
      "await-appeal",
      "none",
    ]
  `)
  const letters = (['missing-information', 'hearing-request', 'hearing-information', 'appeal', 'court'] as const).map(kind =>
    nextStepOf({ state: 'denied', missing: [], due: [due(kind, '2026-01-01')] }),
  )
  expect(new Set([...bare, ...letters, nextStepOf({ state: 'prepared', missing: ['phone'], due: [] })])).toEqual(new Set(NEXT_STEPS))
})

test('a missing answer comes first while the claim is filled in, and a letter of the Board before everything', () => {
  expect(nextStepOf({ state: 'printed', missing: ['phone'], due: [due('filing', '2026-01-01')] })).toBe('fill-in')
  expect(nextStepOf({ state: 'inReview', missing: ['phone'], due: [] })).toBe('review')
  expect(
    nextStepOf({
      state: 'received',
      missing: [],
      due: [due('eligibility', '2026-01-01', 'board'), due('missing-information', '2026-02-01')],
    }),
  ).toBe('answer-letter')
})

test('a closed case and one whose claim was taken back have no next step', () => {
  expect(nextStepOf({ state: 'closed', missing: ['phone'], due: [] })).toBe('none')
  expect(nextStepOf(null)).toBe('none')
})

test('days are counted to what our side has to do, and past days are below zero', () => {
  expect(daysLeftOf({ due: [due('receipt', '2026-01-01', 'board'), due('appeal', '2026-01-11')] }, '2026-01-04')).toBe(7)
  expect(daysLeftOf({ due: [due('filing', '2026-01-01')] }, '2026-01-04')).toBe(-3)
  expect(daysLeftOf({ due: [] }, '2026-01-04')).toBeNull()
  expect(daysLeftOf(null, '2026-01-04')).toBeNull()
})
