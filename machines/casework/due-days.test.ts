import { describe, expect, test } from 'vitest'
import { addDays } from '#machines/calendar/day.ts'
import type { SummaryDue } from './case-summary.ts'
import { dueDays, dueSpan } from './due-days.ts'

const TODAY = '2026-11-23'
const due = (thing: Partial<SummaryDue>): SummaryDue => ({
  kind: 'appeal',
  whose: 'ours',
  day: TODAY,
  certainty: 'rule',
  assumptions: [],
  ...thing,
})

test.each([
  [-400, 'past'],
  [-1, 'past'],
  [0, 'week'],
  [7, 'week'],
  [8, 'month'],
  [30, 'month'],
  [31, 'later'],
  [9_000, 'later'],
] as const)('a day %i days from today is %s', (daysLeft, span) => {
  expect(dueSpan(daysLeft)).toBe(span)
})

describe('what is due in a case', () => {
  test('is counted from today and is not late on its own day', () => {
    const counted = dueDays({ due: [-1, 0, 5].map(days => due({ day: addDays(TODAY, days) })) }, TODAY)
    expect(counted.map(({ daysLeft, overdue }) => [daysLeft, overdue])).toEqual([
      [-1, true],
      [0, false],
      [5, false],
    ])
  })

  test('leaves out a step that is counted from a step that has not happened', () => {
    const steps = [
      due({ kind: 'receipt', whose: 'board', certainty: 'expected', assumptions: ['windows-as-told'] }),
      due({ kind: 'eligibility', whose: 'board', certainty: 'expected', assumptions: ['windows-as-told', 'windows-added-up'] }),
    ]
    expect(dueDays({ due: steps }, TODAY).map(({ kind }) => kind)).toEqual(['receipt'])
  })

  test('is called no surer than it may be where a summary does not say how sure it is', () => {
    const old: SummaryDue[] = [
      { kind: 'appeal', whose: 'ours', day: TODAY },
      { kind: 'receipt', whose: 'board', day: TODAY },
    ]
    expect(dueDays({ due: old }, TODAY)).toMatchObject([
      { certainty: 'reading', assumptions: [] },
      { certainty: 'expected', assumptions: [] },
    ])
  })
})
