import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, daysBetween, firstDayOf, lastDayOf, type Day } from '#machines/calendar/day.ts'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { incomeLoss } from './income-loss.ts'

const TODAY = '2023-06-15'

/** Days on both sides of the years 2017-2022, in which the wage depended on the employer's size; some after today. */
const day = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 240 }).map(count => addDays('2016-10-01', count)) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 240 }).map(count => addDays('2022-10-01', count)) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }).map(count => addDays('2020-02-10', count)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map(count => addDays('2023-06-01', count)) },
)
const precision = fc.constantFrom(10, 10, 7, 7, 4)
const hour = fc.oneof(
  fc.constantFrom(0, 0.01, 10, 39.99, 40, 40.01, 168),
  fc.integer({ min: 0, max: 6000 }).map(hundredths => hundredths / 100),
)
const hours = fc.oneof(
  hour,
  fc.tuple(hour, hour).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
)
const size = fc.constantFrom('26+' as const, '1-25' as const, 'unknown' as const, undefined)
const withSize = (employerSize: WorkPeriod['employerSize']) => (employerSize === undefined ? {} : { employerSize })

const uncertainPeriod: fc.Arbitrary<WorkPeriod> = fc
  .record({
    start: day,
    length: fc.integer({ min: 0, max: 90 }),
    fromDigits: precision,
    toDigits: precision,
    ongoing: fc.integer({ min: 0, max: 7 }),
    hours,
    size,
  })
  .map(({ start, length, fromDigits, toDigits, ongoing, hours: hoursPerWeek, size: employerSize }) => ({
    from: start.slice(0, fromDigits),
    to: ongoing === 0 ? ('ongoing' as const) : addDays(start, length).slice(0, toDigits),
    hoursPerWeek,
    ...withSize(employerSize),
  }))

/** How an exact answer is picked from an uncertain one: shares of what is possible, in thousandths. */
interface Pick {
  readonly start: number
  readonly end: number
  readonly hours: number
  readonly size: '26+' | '1-25'
}
const share = fc.oneof(fc.constantFrom(0, 1000), fc.integer({ min: 0, max: 1000 }))
const pick: fc.Arbitrary<Pick> = fc.record({ start: share, end: share, hours: share, size: fc.constantFrom('26+', '1-25') })

const between = (first: Day, last: Day, thousandths: number) => addDays(first, Math.round((daysBetween(first, last) * thousandths) / 1000))
const earlier = (a: Day, b: Day) => (a < b ? a : b)

/** One exact answer that fits: a start no later than the last possible end, an end no earlier than the start. */
function exactly(period: WorkPeriod, { start, end, hours: hoursShare, size: picked }: Pick): WorkPeriod {
  const { from, to, hoursPerWeek, employerSize } = period
  if (from === undefined || to === undefined || hoursPerWeek === undefined) throw new Error('the period is not complete')
  const lastEnd = to === 'ongoing' ? TODAY : earlier(lastDayOf(to), TODAY)
  const first = firstDayOf(from)
  const last = earlier(lastDayOf(from), lastEnd)
  const exactFrom = last < first ? first : between(first, last, start)
  const exactHours =
    typeof hoursPerWeek === 'number'
      ? hoursPerWeek
      : Math.round(hoursPerWeek.low * 100 + ((hoursPerWeek.high - hoursPerWeek.low) * 100 * hoursShare) / 1000) / 100
  const exactTo = () => {
    if (to === 'ongoing') return to
    const earliest = firstDayOf(to) > exactFrom ? firstDayOf(to) : exactFrom
    return lastDayOf(to) < earliest ? earliest : between(earliest, lastDayOf(to), end)
  }
  return {
    from: exactFrom,
    to: exactTo(),
    hoursPerWeek: exactHours,
    employerSize: employerSize === '26+' || employerSize === '1-25' ? employerSize : picked,
  }
}

/** Weeks that are nearly full in years with two wages, so that hours at one rate can displace hours at the other. */
const fullWeeks = fc.record({
  from: fc.constantFrom('2021-03-01', '2021-03', '2021-03-10'),
  to: fc.constantFrom('2021-03-31', '2021-03', '2021-04'),
  hoursPerWeek: fc.tuple(fc.constantFrom(0, 20, 39, 40), fc.constantFrom(0, 1, 20)).map(([low, more]) => ({ low, high: low + more })),
  employerSize: fc.constantFrom('26+' as const, '1-25' as const, 'unknown' as const),
})

/** A few hours a week over about two years, so that the day from which years are counted matters; hours that may be none. */
const longThinWork = fc
  .record({
    start: fc.integer({ min: 0, max: 90 }),
    length: fc.constantFrom(0, 1, 700, 730),
    low: fc.constantFrom(0, 0, 5),
    more: fc.constantFrom(0, 1, 5),
  })
  .map(({ start, length, low, more }) => ({
    from: addDays('2018-05-01', start),
    to: addDays('2018-05-01', start + length),
    hoursPerWeek: { low, high: low + more },
  }))

const pairs = (period: fc.Arbitrary<WorkPeriod>) => fc.array(fc.tuple(period, pick), { minLength: 1, maxLength: 4 })
const claim = pairs(uncertainPeriod)

describe('the range of the income-loss estimate', () => {
  it.each([
    ['uncertain work of any kind', claim, 3000],
    ['nearly full weeks at two wages', pairs(fullWeeks), 1000],
    ['a few hours over years', pairs(longThinWork), 1500],
  ] as const)('holds for every exact answer that fits, with %s', (_, claims, numRuns) => {
    fc.assert(
      fc.property(claims, drawn => {
        const range = incomeLoss(
          drawn.map(([period]) => period),
          TODAY,
        )
        const exact = incomeLoss(
          drawn.map(([period, picked]) => exactly(period, picked)),
          TODAY,
        )
        expect(exact.lowCents).toBeGreaterThanOrEqual(range.lowCents)
        expect(exact.highCents).toBeLessThanOrEqual(range.highCents)
      }),
      { numRuns, seed: 629 },
    )
  })

  it('is one figure when dates, hours and sizes are exact and no two employers differ', () => {
    fc.assert(
      fc.property(claim, fc.constantFrom('26+' as const, '1-25' as const), (drawn, employerSize) => {
        const work = drawn.map(([period, picked]) => ({ ...exactly(period, picked), employerSize }))
        const range = incomeLoss(work, TODAY)
        const byYear = (reading: string) =>
          range.years
            .filter(year => year.reading === reading)
            .map(year => year.lowCents)
            .sort((a, b) => b - a)
            .slice(0, 2)
            .reduce((total, cents) => total + cents, 0)
        expect(range.years.every(year => year.lowCents === year.highCents)).toBe(true)
        expect(range.lowCents).toBe(Math.min(byYear('calendar-year'), byYear('from-first-day')))
        expect(range.highCents).toBe(Math.max(byYear('calendar-year'), byYear('from-first-day')))
      }),
      { numRuns: 300, seed: 629 },
    )
  })

  it('never puts the low end above the high end', () => {
    fc.assert(
      fc.property(claim, drawn => {
        const { lowCents, highCents, years } = incomeLoss(
          drawn.map(([period]) => period),
          TODAY,
        )
        expect(lowCents).toBeLessThanOrEqual(highCents)
        for (const year of years) {
          expect(year.lowCents).toBeLessThanOrEqual(year.highCents)
          expect(dayNumber(year.to)).toBeGreaterThan(dayNumber(year.from))
        }
      }),
      { numRuns: 300, seed: 629 },
    )
  })
})
