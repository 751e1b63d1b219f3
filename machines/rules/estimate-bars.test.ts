import { expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { estimateBars } from './estimate-bars.ts'
import { incomeLoss } from './income-loss.ts'

const TODAY = '2026-11-23'
const barsOf = (work: ClaimFile['work']) => estimateBars(work, incomeLoss(work, TODAY), TODAY)

test('two years with a range, under the limit', () => {
  // 7 to 14 hours a week are 1 to 2 hours a day, at $15.50 in 2023 and $16.00 in 2024.
  expect(barsOf([{ from: '2023-12-01', to: '2024-01-31', hoursPerWeek: { low: 7, high: 14 } }])).toEqual({
    lowCents: 31 * 1550 + 31 * 1600,
    highCents: 62 * 1550 + 62 * 1600,
    capCents: 1_000_000,
    mostCents: 2_000_000,
    years: [
      { from: '2023-01-01', to: '2023-12-31', lowCents: 31 * 1550, highCents: 62 * 1550, mostHours: 62, isCapped: false },
      { from: '2024-01-01', to: '2024-12-31', lowCents: 31 * 1600, highCents: 62 * 1600, mostHours: 62, isCapped: false },
    ],
    isWider: false,
  })
})

test('one year, and one figure with no range', () => {
  expect(barsOf([{ from: '2024-03-01', to: '2024-03-10', hoursPerWeek: 35 }])).toMatchObject({
    lowCents: 80_000,
    highCents: 80_000,
    years: [{ from: '2024-01-01', lowCents: 80_000, highCents: 80_000, mostHours: 50, isCapped: false }],
    isWider: false,
  })
})

test('years that reach the limit stand at it, with the hours of at most 40 a week', () => {
  const bars = barsOf([{ from: '2023-01-01', to: '2024-12-31', hoursPerWeek: 60 }])
  expect([bars?.lowCents, bars?.highCents, bars?.isWider]).toEqual([2_000_000, 2_000_000, false])
  // 365 and 366 days at 40 hours a week are 2,085.7 and 2,091.4 hours.
  expect(bars?.years.map(year => [year.from, year.lowCents, year.highCents, year.mostHours, year.isCapped])).toEqual([
    ['2023-01-01', 1_000_000, 1_000_000, 2086, true],
    ['2024-01-01', 1_000_000, 1_000_000, 2092, true],
  ])
})

test('only the high amount may reach the limit', () => {
  const [year] = barsOf([{ from: '2024-01-01', to: '2024-12-31', hoursPerWeek: { low: 7, high: 40 } }])?.years ?? []
  expect(year).toMatchObject({ lowCents: 366 * 1600, highCents: 1_000_000, isCapped: true })
})

test('where the readings of "year" differ, the one with the higher amount is drawn, and the range is another', () => {
  const work: ClaimFile['work'] = [{ from: '2024-09-23', to: '2025-04-10', hoursPerWeek: 40 }]
  expect(barsOf(work)).toMatchObject({
    lowCents: 1_000_000,
    highCents: 1_857_143,
    years: [{ highCents: 914_286 }, { highCents: 942_857 }],
    isWider: true,
  })
  // Over three calendar years the 12 months from the first day hold more than the best two calendar years.
  const long = barsOf([{ from: '2023-11-01', to: '2025-10-31', hoursPerWeek: 7 }])
  expect(long?.years.map(({ from, to }) => [from, to])).toEqual([
    ['2023-11-01', '2024-10-31'],
    ['2024-11-01', '2025-10-31'],
  ])
  expect(long?.isWider).toBe(true)
})

test('of years that may all reach the limit the surest are drawn', () => {
  const bars = barsOf([{ from: '2022', to: '2025-01', hoursPerWeek: 60 }])
  expect(bars?.years.map(year => [year.from, year.lowCents, year.highCents])).toEqual([
    ['2023-01-01', 1_000_000, 1_000_000],
    ['2024-01-01', 1_000_000, 1_000_000],
  ])
  expect([bars?.lowCents, bars?.isWider]).toEqual([2_000_000, false])
})

test('where the low amount comes from other years than the high one, the range is another than that of the years', () => {
  const bars = barsOf([
    { from: '2021-06-01', to: '2021-06-14', hoursPerWeek: { low: 0, high: 28 }, employerSize: '26+' },
    { from: '2022-06-01', to: '2022-06-07', hoursPerWeek: 7, employerSize: '26+' },
    { from: '2023-06-01', to: '2023-06-07', hoursPerWeek: 14, employerSize: '26+' },
  ])
  expect(bars?.years.map(year => [year.lowCents, year.highCents])).toEqual([
    [0, 78_400],
    [21_700, 21_700],
  ])
  expect([bars?.lowCents, bars?.highCents, bars?.isWider]).toEqual([26_000, 100_100, true])
})

test('nothing is drawn where nothing can be counted', () => {
  expect(barsOf(undefined)).toBeNull()
  expect(barsOf([])).toBeNull()
  expect(barsOf([{ from: '2024-01-01', to: '2024-02-01', hoursPerWeek: 0 }])).toBeNull()
  expect(barsOf([{ from: '2024-01-01' }])).toBeNull()
  // Before the first wage row there is a period, and no amount.
  expect(barsOf([{ from: '1990-01-01', to: '1990-02-01', hoursPerWeek: 40 }])).toBeNull()
})

test('a year that comes to nothing has no bar', () => {
  const bars = barsOf([{ from: '1997-12-01', to: '1998-03-07', hoursPerWeek: 28 }])
  expect(bars?.years.map(({ from }) => from)).toEqual(['1998-01-01'])
})
