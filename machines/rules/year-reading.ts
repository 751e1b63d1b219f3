import { dayFromNumber, dayNumber, isLeapYear } from '#machines/calendar/day.ts'
import type { IncomeLossLimits } from '#machines/law/income-loss.ts'
import { highestDay, lowestDay } from './day-value.ts'
import type { CountedPeriod } from './work-span.ts'
import type { WorkInterval } from './work-intervals.ts'

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

/** Units of `day-value.ts` in one cent: 7 for the days of a week, times 100 for the hundredths of an hour. */
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

/** Adds up the days of `intervals`, which must not be empty. Totals stay far below 2^53, so they are exact. */
export function totalsOf(intervals: readonly WorkInterval[], weekHours: number): DayTotals {
  const first = Math.min(...intervals.map(interval => interval.from))
  const last = Math.max(...intervals.map(interval => interval.to))
  const low = new Float64Array(last - first + 2)
  const high = new Float64Array(last - first + 2)
  for (const interval of intervals) {
    low.fill(lowestDay(interval.periods, weekHours), interval.from - first + 1, interval.to - first + 2)
    high.fill(highestDay(interval.periods, weekHours), interval.from - first + 1, interval.to - first + 2)
  }
  for (let day = 1; day < low.length; day += 1) {
    low[day] = (low[day] ?? 0) + (low[day - 1] ?? 0)
    high[day] = (high[day] ?? 0) + (high[day - 1] ?? 0)
  }
  return { first, last, low, high }
}

/** What one year comes to: rounded once, then capped. */
export function yearAmount(totals: DayTotals, { from, to }: YearSpan, capCents: number): CentsRange {
  const { first, low, high } = totals
  return { lowCents: amountBetween(low, first, from, to + 1, capCents), highCents: amountBetween(high, first, from, to + 1, capCents) }
}

/** Cents of the days from `from` up to and without `next`, of which some or all may lie outside the totals. */
function amountBetween(running: Float64Array, first: number, from: number, next: number, capCents: number): number {
  const most = running.length - 1
  const before = running[Math.min(Math.max(from - first, 0), most)] ?? 0
  const until = running[Math.min(Math.max(next - first, 0), most)] ?? 0
  return Math.min(centsOf(until - before), capCents)
}

/** A calendar year: day number of 1 January. */
interface CalendarYear {
  readonly start: number
  readonly leap: boolean
}

/** The years from the one before `first` to the one after `last`. */
function yearsAround(first: number, last: number): CalendarYear[] {
  const [from, to] = [yearOf(first) - 1, yearOf(last) + 1]
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    start: dayNumber(`${from + index}-01-01`),
    leap: isLeapYear(from + index),
  }))
}

const yearOf = (day: number) => Number(dayFromNumber(day).slice(0, 4))

/** The day of the year from which blocks of 12 months are counted, as days after 1 January of a common year. */
interface Anchor {
  readonly offset: number
  /** Whether it comes a day later in a leap year. 29 February does not: its anniversary is 1 March in a common year. */
  readonly afterLeapDay: boolean
}

const NEW_YEAR: Anchor = { offset: 0, afterLeapDay: false }
/** Days after 1 January at which the leap day lies. */
const LEAP_DAY_OFFSET = 59

function anchorOf(day: number, { start, leap }: CalendarYear): Anchor {
  const offset = day - start
  if (leap && offset > LEAP_DAY_OFFSET) return { offset: offset - 1, afterLeapDay: true }
  return { offset, afterLeapDay: !leap && offset >= LEAP_DAY_OFFSET }
}

/** The day on which a block begins in a year. */
const startIn = ({ start, leap }: CalendarYear, { offset, afterLeapDay }: Anchor) => start + offset + (leap && afterLeapDay ? 1 : 0)

/** The calendar years that overlap the days from `first` to `last`. */
export function calendarYears(first: number, last: number): YearSpan[] {
  return blocksBetween(NEW_YEAR, first, last)
}

/** Blocks of 12 months, counted forwards and backwards from the day number `anchor`, that overlap the days from `first` to `last`. */
export function blocksFrom(anchor: number, first: number, last: number): YearSpan[] {
  const year = yearsAround(anchor, anchor)[1]
  return year ? blocksBetween(anchorOf(anchor, year), first, last) : []
}

function blocksBetween(anchor: Anchor, first: number, last: number): YearSpan[] {
  const starts = yearsAround(first, last).map(year => startIn(year, anchor))
  return starts
    .slice(1)
    .map((next, index) => ({ from: starts[index] ?? next, to: next - 1 }))
    .filter(({ from, to }) => from <= last && to >= first)
}

/** Every day from which blocks are tried; `null` when no period counts. Day numbers, both included. */
export function anchorRange(periods: readonly CountedPeriod[]): YearSpan | null {
  if (periods.length === 0) return null
  // A period whose hours may be zero may turn out not to count, so it sets no latest first day of work.
  const sure = periods.filter(period => period.lowHours > 0)
  const to = sure.length > 0 ? Math.min(...sure.map(period => period.lastStart)) : Math.max(...periods.map(period => period.lastStart))
  return { from: Math.min(...periods.map(period => period.firstStart)), to }
}

/** Every day of the year in the range: blocks from the same day of another year are the same blocks. */
function distinctAnchors(range: YearSpan): Anchor[] {
  const anchors = new Map<number, Anchor>()
  const years = yearsAround(range.from, range.to)
  years.slice(0, -1).forEach((year, index) => {
    const next = years[index + 1]?.start ?? year.start
    for (let day = Math.max(year.start, range.from); day < next && day <= range.to; day += 1) {
      const anchor = anchorOf(day, year)
      anchors.set(2 * anchor.offset + Number(anchor.afterLeapDay), anchor)
    }
  })
  return [...anchors.values()]
}

/**
 * Total of the best years. An estimate calls this some hundreds of times, so it makes no lists on the way and stops once no year can be
 * better.
 */
function best(running: Float64Array, first: number, starts: readonly number[], { mostYears, capCentsPerYear }: IncomeLossLimits): number {
  const top = new Array<number>(mostYears).fill(0)
  for (let year = 1; year < starts.length && top[mostYears - 1] !== capCentsPerYear; year += 1) {
    let amount = amountBetween(running, first, starts[year - 1] ?? 0, starts[year] ?? 0, capCentsPerYear)
    for (let place = 0; place < mostYears; place += 1) {
      const other = top[place] ?? 0
      if (amount > other) {
        top[place] = amount
        amount = other
      }
    }
  }
  return top.reduce((total, amount) => total + amount, 0)
}

/** The smallest low and the largest high over all readings of what a year is. */
export function rangeOverReadings(totals: DayTotals, anchors: YearSpan, limits: IncomeLossLimits): CentsRange {
  const years = yearsAround(totals.first, totals.last)
  const most = limits.mostYears * limits.capCentsPerYear
  let [lowCents, highCents] = [most, 0]
  for (const anchor of [NEW_YEAR, ...distinctAnchors(anchors)]) {
    const starts = years.map(year => startIn(year, anchor))
    lowCents = Math.min(lowCents, best(totals.low, totals.first, starts, limits))
    if (highCents < most) highCents = Math.max(highCents, best(totals.high, totals.first, starts, limits))
  }
  return { lowCents, highCents }
}
