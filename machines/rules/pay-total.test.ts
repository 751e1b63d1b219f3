import { describe, expect, test } from 'vitest'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { payTotal } from './pay-total.ts'

const TODAY = '2026-11-23'
/** Fifty weeks and two days. */
const FIFTY_WEEKS: WorkPeriod = { from: '2022-01-01', to: '2022-12-18', hoursPerWeek: 60 }
const of = (pay: WorkPeriod['pay'], period: WorkPeriod = FIFTY_WEEKS) => payTotal({ ...period, pay }, TODAY)

describe('all the pay of a period', () => {
  test('is what the person gave, whatever the rate would make', () => {
    expect(payTotal({ paidCents: 120_000 }, TODAY)).toEqual({ low: 120_000, high: 120_000 })
    expect(payTotal({ ...FIFTY_WEEKS, paidCents: 120_000, pay: { amountCents: 500, per: 'hour' } }, TODAY)).toEqual({
      low: 120_000,
      high: 120_000,
    })
  })

  test.each([
    ['an hour, with the hours of a week', { amountCents: 500, per: 'hour' }, 1_508_600],
    ['a day, with the days of a week', { amountCents: 5_000, per: 'day', times: 6 }, 1_508_600],
    ['a week', { amountCents: 30_000, per: 'week' }, 1_508_600],
    ['two weeks', { amountCents: 60_000, per: 'two-weeks' }, 1_508_600],
    ['a piece, with the pieces of a week', { amountCents: 35, per: 'piece', times: 1_200 }, 2_112_000],
    ['a month: eleven, and 18 of 31 days', { amountCents: 100_000, per: 'month' }, 1_158_100],
    ['nothing, whatever it is for', { amountCents: 0 }, 0],
  ] as const)('follows from a rate for %s', (_, pay, cents) => {
    expect(of(pay)).toEqual({ low: cents, high: cents })
  })

  test('is two figures where the hours are a range', () => {
    expect(of({ amountCents: 500, per: 'hour' }, { ...FIFTY_WEEKS, hoursPerWeek: { low: 60, high: 80 } })).toEqual({
      low: 1_508_600,
      high: 2_011_400,
    })
  })

  test('counts from the first day of the start to the last day of the end, and never beyond today', () => {
    const week = { amountCents: 7_000, per: 'week' } as const
    expect(of(week, { from: '2021-03', to: '2021-04' })).toEqual({ low: 61_000, high: 61_000 })
    expect(of(week, { from: '2026-11-17', to: 'ongoing' })).toEqual({ low: 7_000, high: 7_000 })
    expect(of(week, { from: '2026-11-17', to: '2026-12' })).toEqual({ low: 7_000, high: 7_000 })
    expect(of(week, { from: '2027', to: '2027' })).toEqual({ low: 0, high: 0 })
    expect(of({ amountCents: 100_000, per: 'month' }, { from: '2021-03', to: '2022-08' })).toEqual({ low: 1_800_000, high: 1_800_000 })
    expect(of({ amountCents: 100_000, per: 'month' }, { from: '2027', to: '2027' })).toEqual({ low: 0, high: 0 })
  })

  test.each([
    ['the end', { amountCents: 500, per: 'hour' }, { from: '2022', hoursPerWeek: 60 }],
    ['the hours', { amountCents: 500, per: 'hour' }, { from: '2022', to: '2022' }],
    ['the days of a week', { amountCents: 5_000, per: 'day' }, FIFTY_WEEKS],
    ['what it was for', { amountCents: 5_000 }, FIFTY_WEEKS],
  ] as const)('is not known without %s', (_, pay, period) => {
    expect(of(pay, period)).toBeNull()
  })

  test('is not known where nothing was said about pay', () => {
    expect(payTotal(FIFTY_WEEKS, TODAY)).toBeNull()
  })
})
