import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { incomeLoss } from './income-loss.ts'
import { countedReadings } from './income-loss-years.ts'

const TODAY = '2026-11-23'
const readings = (work: ClaimFile['work']) => countedReadings(work, incomeLoss(work, TODAY), TODAY)

describe('the years that count', () => {
  // 28 hours a week are 4 hours a day: $56 a day at $14.00, $60 at $15.00, $62 at $15.50.
  const work: ClaimFile['work'] = [{ from: '2021-12-01', to: '2022-01-31', hoursPerWeek: 28, employerSize: '26+' }]

  test('cut the rows at the end of a calendar year, and keep them whole in 12 months from the first day', () => {
    const [calendar, fromFirst] = readings(work)
    expect(calendar?.years.map(({ from, lines }) => [from, lines.map(line => [line.from, line.to, line.days, line.cents])])).toEqual([
      ['2021-01-01', [['2021-12-01', '2021-12-31', 31, 173_600]]],
      ['2022-01-01', [['2022-01-01', '2022-01-31', 31, 186_000]]],
    ])
    expect(fromFirst?.years.map(({ from, to, sumCents }) => [from, to, sumCents])).toEqual([['2021-12-01', '2022-11-30', 359_600]])
    expect([calendar?.highCents, fromFirst?.highCents]).toEqual([359_600, 359_600])
  })

  test('are the two best of each reading, in the order of the calendar, each within the limit', () => {
    const [calendar] = readings([{ from: '2020-12-01', to: '2023-06-30', hoursPerWeek: 40, employerSize: '26+' }])
    expect(calendar?.years.map(({ from, highCents }) => [from, highCents])).toEqual([
      ['2021-01-01', 1_000_000],
      ['2022-01-01', 1_000_000],
    ])
    expect(calendar?.highCents).toBe(2_000_000)
    expect(calendar?.years[0]?.sumCents).toBe(2_920_000)
  })

  test('are the surer ones among years of the same amount', () => {
    const [calendar] = readings([{ from: '2022', to: '2025-01', hoursPerWeek: 60, employerSize: '26+' }])
    expect(calendar?.years.map(({ from, lowCents }) => [from, lowCents])).toEqual([
      ['2023-01-01', 1_000_000],
      ['2024-01-01', 1_000_000],
    ])
  })

  test('add up the low end by its own best years', () => {
    const [calendar] = readings([
      { from: '2021-06-01', to: '2021-06-14', hoursPerWeek: { low: 0, high: 28 }, employerSize: '26+' },
      { from: '2022-06-01', to: '2022-06-07', hoursPerWeek: 7, employerSize: '26+' },
      { from: '2023-06-01', to: '2023-06-07', hoursPerWeek: 14, employerSize: '26+' },
    ])
    // High: two weeks of 28 hours at $14.00 and 14 hours at $15.50. Low: 7 hours at $15.00 and 14 at $15.50.
    expect([calendar?.lowCents, calendar?.highCents]).toEqual([32_200, 100_100])
  })

  test('are none without work', () => {
    expect(readings([])).toEqual([])
    expect(readings(undefined)).toEqual([])
  })
})
