import { expect, test } from 'vitest'
import { LIFECYCLE_WALKS } from '#machines/draft/lifecycle-walks.ts'
import { replayDraft } from '#machines/draft/machine.ts'
import { dueDates } from './due-dates.ts'
import { lastBoardDay } from './last-board-day.ts'
import { NO_DAYS, type LifecycleDays } from './lifecycle-days.ts'

const DENIED = { kind: 'denied', noticeOn: '2026-10-10', way: null, afterAppeal: false } as const

test.each<[string, Partial<LifecycleDays>, string | null, readonly string[]]>([
  ['none before the claim is mailed', {}, null, []],
  [
    'counted over receipt, eligibility, assignment, review and the days to appeal: 60 + 90 + 150 + 120 + 45',
    { filedOn: '2026-01-01' },
    '2027-04-11',
    ['sji-how-to-apply', 'gov-13959'],
  ],
  ['counted over the days to appeal a denial: 45', { filedOn: '2026-01-01', decision: DENIED }, '2026-11-24', ['gov-13959']],
  [
    'counted over the six months for an appeal’s decision, and 60 days to go to a court',
    { filedOn: '2026-01-01', decision: DENIED, appealedOn: '2026-11-01' },
    '2027-06-30',
    ['ab-1563', 'gov-13960'],
  ],
  [
    'counted over the days to go to a court, as the notice came',
    { filedOn: '2026-01-01', decision: { ...DENIED, way: 'mailed', afterAppeal: true }, appealedOn: '2026-03-01' },
    '2026-12-09',
    ['gov-13960'],
  ],
  ['none once the claim is closed', { filedOn: '2026-01-01', closedOn: '2026-02-01' }, null, []],
])('the last day of the Board is %s', (_name, days, day, citations) => {
  const last = lastBoardDay({}, { ...NO_DAYS, ...days }, '2026-11-30')
  expect(last?.day ?? null).toBe(day)
  expect(last?.citations ?? []).toEqual(citations)
})

test('the last day of the Board is never before a day that a mailed claim is told of', () => {
  for (const [name, events] of Object.entries(LIFECYCLE_WALKS))
    for (let length = 1; length <= events.length; length++) {
      const lifecycle = replayDraft(events.slice(0, length))
      if (lifecycle.filedOn === null) continue
      const claim = { victim: { birthDate: '2012-05-01' } }
      const last = lastBoardDay(claim, lifecycle, '2026-11-30')
      for (const { day } of dueDates(claim, lifecycle, '2026-11-30')) expect(day <= (last?.day ?? ''), name).toBe(true)
    }
})
