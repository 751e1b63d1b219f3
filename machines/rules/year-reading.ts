import { addYears, dayFromNumber, dayNumber, type Day } from '#machines/calendar/day.ts'
import type { IncomeLossLimits } from '#machines/law/income-loss.ts'
import { highestDay, lowestDay } from './day-value.ts'
import type { CountedPeriod } from './work-span.ts'
import type { WorkStretch } from './work-stretches.ts'

/** Days that one year of a reading holds; day numbers, both ends included. */
export interface YearSpan {
  readonly from: number
  readonly to: number
}

/** Lower and higher amount in cents. */
export interface CentsRange {
  readonly lowCents: number
  readonly highCents: number
}

/** A seventh of a week's worth, and a hundredth for the hundredths of hours: see `day-value.ts`. */
const UNITS_PER_CENT = 700

/** Cents from units of `day-value.ts`, half a cent rounded up; whole-number arithmetic. */
export function centsOf(units: number): number {
  const shifted = units + UNITS_PER_CENT / 2
  return (shifted - (shifted % UNITS_PER_CENT)) / UNITS_PER_CENT
}

/** Running totals of the values of all days from `first` on: entry n is the total of the first n days. */
export interface DayTotals {
  readonly first: number
  readonly last: number
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Adds up the days of `stretches`, which must not be empty. Totals stay far below 2^53, so they are exact. */
export function totalsOf(stretches: readonly WorkStretch[], weekHours: number): DayTotals {
  const first = Math.min(...stretches.map(stretch => stretch.from))
  const last = Math.max(...stretches.map(stretch => stretch.to))
  const low = new Float64Array(last - first + 2)
  const high = new Float64Array(last - first + 2)
  for (const stretch of stretches) {
    low.fill(lowestDay(stretch.periods, weekHours), stretch.from - first + 1, stretch.to - first + 2)
    high.fill(highestDay(stretch.periods, weekHours), stretch.from - first + 1, stretch.to - first + 2)
  }
  for (let day = 1; day < low.length; day += 1) {
    low[day] = (low[day] ?? 0) + (low[day - 1] ?? 0)
    high[day] = (high[day] ?? 0) + (high[day - 1] ?? 0)
  }
  return { first, last, low, high }
}

/** What one year comes to: rounded once, then capped. */
export function yearAmount(totals: DayTotals, year: YearSpan, capCents: number): CentsRange {
  const from = Math.max(year.from, totals.first) - totals.first
  const to = Math.min(year.to, totals.last) - totals.first + 1
  const between = (running: Float64Array) => Math.min(centsOf((running[to] ?? 0) - (running[from] ?? 0)), capCents)
  return { lowCents: between(totals.low), highCents: between(totals.high) }
}

const yearOf = (day: number) => Number(dayFromNumber(day).slice(0, 4))

/** The calendar years that overlap the days from `first` to `last`. */
export function calendarYears(first: number, last: number): YearSpan[] {
  return blocksFrom(`${yearOf(first)}-01-01`, first, last)
}

/**
 * Blocks of 12 months, counted forwards and backwards from `anchor`, that overlap the days from
 * `first` to `last`. The anniversary of 29 February is 1 March in a common year.
 */
export function blocksFrom(anchor: Day, first: number, last: number): YearSpan[] {
  const anchorYear = Number(anchor.slice(0, 4))
  const start = (year: number) => dayNumber(addYears(anchor, year - anchorYear, 'forward'))
  const blocks: YearSpan[] = []
  let from = start(yearOf(first) - 1)
  for (let year = yearOf(first); from <= last; year += 1) {
    const next = start(year)
    if (next > first) blocks.push({ from, to: next - 1 })
    from = next
  }
  return blocks
}

/** Every day from which blocks are tried; `null` when no period counts. Day numbers, both included. */
export function anchorRange(periods: readonly CountedPeriod[]): YearSpan | null {
  if (periods.length === 0) return null
  // A period whose hours may be zero may turn out not to count, so it cannot bound the first day worked from above.
  const sure = periods.filter(period => period.lowHours > 0)
  const to = sure.length > 0 ? Math.min(...sure.map(period => period.lastStart)) : Math.max(...periods.map(period => period.lastStart))
  return { from: Math.min(...periods.map(period => period.firstStart)), to }
}

/** One day for each day of the year in the range: blocks from the same day of another year are the same blocks. */
function distinctAnchors(range: YearSpan): Day[] {
  const byDayOfYear = new Map<string, Day>()
  for (let day = range.from; day <= range.to; day += 1) {
    const anchor = dayFromNumber(day)
    if (!byDayOfYear.has(anchor.slice(5))) byDayOfYear.set(anchor.slice(5), anchor)
  }
  return [...byDayOfYear.values()]
}

/** Total of the `count` best years. */
function best(amounts: readonly number[], count: number): number {
  return amounts
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((total, amount) => total + amount, 0)
}

/** The smallest low and the largest high over all readings of what a year is. */
export function rangeOverReadings(totals: DayTotals, anchors: YearSpan, limits: IncomeLossLimits): CentsRange {
  const readings = [
    calendarYears(totals.first, totals.last),
    ...distinctAnchors(anchors).map(anchor => blocksFrom(anchor, totals.first, totals.last)),
  ].map(years => {
    const amounts = years.map(year => yearAmount(totals, year, limits.capCentsPerYear))
    return {
      lowCents: best(amounts.map(amount => amount.lowCents), limits.mostYears),
      highCents: best(amounts.map(amount => amount.highCents), limits.mostYears),
    }
  })
  return {
    lowCents: Math.min(...readings.map(reading => reading.lowCents)),
    highCents: Math.max(...readings.map(reading => reading.highCents)),
  }
}
