import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { addDays, type Day } from '#machines/calendar/day.ts'
import { MINIMUM_WAGE } from '#machines/law/minimum-wage.ts'
import { incomeLoss } from './income-loss.ts'

/**
 * A second, plain way to count the income loss of exact answers (full days, one number of hours):
 * day by day with big integers, no running totals, nothing shared with the
 * rules but the wage rows. Slow on purpose. The figures of the law are written out here once more, so
 * that a slip in the table shows.
 */
function reference(work: readonly WorkPeriod[], today: Day): { lowCents: number; highCents: number } {
  const periods = work.flatMap(period => {
    const { from, to, hoursPerWeek, employerSize } = period
    if (from?.length !== 10 || to === undefined || typeof hoursPerWeek !== 'number') throw new Error('only exact answers')
    const end = to === 'ongoing' || to > today ? today : to
    if (from > today || hoursPerWeek === 0) return []
    return [{ from, end, hours: BigInt(Math.round(hoursPerWeek * 100)), employerSize }]
  })
  const firstDay = periods.map(period => period.from).sort()[0]
  if (firstDay === undefined) return { lowCents: 0, highCents: 0 }

  const calendar = { low: new Map<string, bigint>(), high: new Map<string, bigint>() }
  const blocks = { low: new Map<string, bigint>(), high: new Map<string, bigint>() }
  let block = 0
  for (let day = firstDay; day <= today; day = tomorrow(day)) {
    if (day !== firstDay && isAnniversary(firstDay, day)) block += 1
    for (const end of ['low', 'high'] as const) {
      const offers = periods
        .filter(period => period.from <= day && day <= period.end)
        .map(period => ({ hours: period.hours, rate: rate(day, period.employerSize, end) }))
        .sort((a, b) => Number(end === 'low' ? a.rate - b.rate : b.rate - a.rate))
      let [left, value] = [4000n, 0n]
      for (const offer of offers) {
        const taken = offer.hours < left ? offer.hours : left
        value += taken * offer.rate
        left -= taken
      }
      add(calendar[end], day.slice(0, 4), value)
      add(blocks[end], String(block), value)
    }
  }
  const [a, b] = [total(calendar.low), total(blocks.low)]
  const [c, d] = [total(calendar.high), total(blocks.high)]
  return { lowCents: Number(a < b ? a : b), highCents: Number(c > d ? c : d) }
}

const tomorrow = (day: Day) => new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10)

function isAnniversary(first: Day, day: Day): boolean {
  if (!first.endsWith('-02-29')) return day.slice(5) === first.slice(5)
  const leap = new Date(Date.UTC(Number(day.slice(0, 4)), 1, 29)).getUTCMonth() === 1
  return day.endsWith(leap ? '-02-29' : '-03-01')
}

function rate(day: Day, size: WorkPeriod['employerSize'], end: 'low' | 'high'): bigint {
  const rates = MINIMUM_WAGE.filter(row => row.from <= day && (row.to === null || day <= row.to))
    .filter(row => row.employerSize === 'all' || size === undefined || size === 'unknown' || row.employerSize === size)
    .map(row => row.centsPerHour)
  if (rates.length === 0) return 0n
  return BigInt(end === 'low' ? Math.min(...rates) : Math.max(...rates))
}

function add(sums: Map<string, bigint>, key: string, value: bigint) {
  sums.set(key, (sums.get(key) ?? 0n) + value)
}

function total(years: Map<string, bigint>): bigint {
  const cents = [...years.values()].map(units => (2n * units + 700n) / 1400n).map(amount => (amount > 1_000_000n ? 1_000_000n : amount))
  const [best = 0n, second = 0n] = cents.sort((a, b) => Number(b - a))
  return best + second
}

const exactPeriod = (startOf: Day, spread: number) =>
  fc
    .record({
      offset: fc.integer({ min: 0, max: spread }),
      length: fc.integer({ min: 0, max: 500 }),
      ongoing: fc.integer({ min: 0, max: 5 }),
      hundredths: fc.oneof(fc.constantFrom(0, 1, 4000, 4001, 16800), fc.integer({ min: 0, max: 3000 })),
      employerSize: fc.constantFrom('26+' as const, '1-25' as const, 'unknown' as const),
    })
    .map(({ offset, length, ongoing, hundredths, employerSize }): WorkPeriod => ({
      from: addDays(startOf, offset),
      to: ongoing === 0 ? 'ongoing' : addDays(startOf, offset + length),
      hoursPerWeek: hundredths / 100,
      employerSize,
    }))

describe('the income-loss estimate of exact answers agrees with a plain count', () => {
  it.each([
    ['around the years with two wages', '2016-06-01', 700, '2019-06-15'],
    ['around 2023', '2022-02-01', 500, '2023-06-15'],
    ['around the leap day', '2020-02-25', 10, '2022-03-05'],
    ['around the first wage row', '1997-06-01', 400, '1999-12-31'],
    ['past the last known wage', '2026-03-01', 500, '2028-02-29'],
  ])('%s', (_, startOf, spread, today) => {
    fc.assert(
      fc.property(fc.array(exactPeriod(startOf, spread), { minLength: 1, maxLength: 4 }), work => {
        const { lowCents, highCents } = incomeLoss(work, today)
        expect({ lowCents, highCents }).toEqual(reference(work, today))
      }),
      { numRuns: 60, seed: 629 },
    )
  })
})
