import { dayFromNumber, dayNumber, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { AssumptionId } from '#machines/law/assumptions.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { INCOME_LOSS_FIRST_FILING_DAY, incomeLossLimits, type IncomeLossLimits } from '#machines/law/income-loss.ts'
import { WAGE_FIRST_DAY, WAGE_LAST_KNOWN_DAY } from '#machines/law/minimum-wage.ts'
import type { Reason } from './reason.ts'
import { readWork, type ReadWork } from './work-span.ts'
import { workIntervals, type WorkInterval } from './work-intervals.ts'
import {
  anchorRange,
  blocksFrom,
  calendarYears,
  rangeOverReadings,
  totalsOf,
  yearAmount,
  type CentsRange,
  type DayTotals,
  type YearSpan,
} from './year-reading.ts'

/** Every reason that {@link incomeLoss} can give. */
export const INCOME_LOSS_REASONS = [
  'work-missing',
  'work-none',
  'period-incomplete',
  'period-in-future',
  'period-without-hours',
  'income-measure',
  'size-unknown',
  'hours-over-limit',
  'cap-reached',
  'filed-before-2020',
] as const

/** What one year comes to under one reading of "year", rounded and capped. */
export interface YearAmount {
  readonly reading: 'calendar-year' | 'from-first-day'
  readonly from: Day
  readonly to: Day
  readonly lowCents: number
  readonly highCents: number
}

/** An estimate, not an award: whatever the exact answers are, the amount lies between `lowCents` and `highCents`. */
export interface IncomeLossResult {
  readonly lowCents: number
  readonly highCents: number
  /** Years with possible work; the blocks from the first day are those of the earliest possible first day. */
  readonly years: readonly YearAmount[]
  readonly assumptions: readonly AssumptionId[]
  readonly reasons: readonly Reason[]
}

/** The assumptions of every estimate: what is not in it, and what the law leaves open. */
const ALWAYS: readonly AssumptionId[] = [
  'year-two-readings',
  'week-spread-evenly',
  'offsets-not-subtracted',
  'local-wage-not-used',
  'overall-cap-not-applied',
  'ordinary-income-loss-not-combined',
  'trafficking-paragraph-not-read',
]

/**
 * Estimates the income loss of a trafficking victim (AB 629) as a range that holds for every exact
 * answer that fits the uncertain ones.
 *
 * Each day counts min(40, weekly hours of the periods that cover it) / 7 hours at the state minimum
 * wage of that day; each year is rounded once and capped; the best two years count; "year" is read
 * as calendar year and as 12 months from every possible first day worked. Two cases make the range
 * wider than the plain "fewest days, fewest hours": see `lowestDay` (cheap hours displace dear ones)
 * and `anchorRange` (a period that may have no hours cannot bound the first day). A period with an
 * unanswered date or unanswered hours is left out of both ends and asked for by a reason; the range is
 * then about the other periods only.
 * @param work the claim file's periods; `undefined` (not answered) and `[]` (none) both give 0 to 0
 * @param today the day as of which "ongoing" and ends in the future are read
 */
export function incomeLoss(work: ClaimFile['work'], today: Day): IncomeLossResult {
  const limits = incomeLossLimits(today)
  const read = readWork(work ?? [], today)
  const intervals = workIntervals(read.counted)
  const totals = intervals.length === 0 ? null : totalsOf(intervals, limits.hoursPerWeek * 100)
  const years = totals === null ? [] : readYears(totals, intervals, limits)
  const range = rangeOf(totals, read, limits)
  return {
    ...range,
    years,
    assumptions: assumptionsOf(intervals),
    reasons: reasonsOf({ work, read, intervals, years, range, limits, today }),
  }
}

/** The amounts of {@link incomeLoss} alone, for a caller that needs no years and no reasons. */
export function incomeRange(work: NonNullable<ClaimFile['work']>, today: Day): CentsRange {
  const limits = incomeLossLimits(today)
  const read = readWork(work, today)
  const intervals = workIntervals(read.counted)
  return rangeOf(intervals.length === 0 ? null : totalsOf(intervals, limits.hoursPerWeek * 100), read, limits)
}

function rangeOf(totals: DayTotals | null, read: ReadWork, limits: IncomeLossLimits): CentsRange {
  const anchors = anchorRange(read.counted)
  return totals === null || anchors === null ? { lowCents: 0, highCents: 0 } : rangeOverReadings(totals, anchors, limits)
}

function readYears(totals: DayTotals, intervals: readonly WorkInterval[], limits: IncomeLossLimits): YearAmount[] {
  const { first, last } = totals
  const worked = (year: YearSpan) => intervals.some(interval => interval.from <= year.to && interval.to >= year.from)
  const amounts = (reading: YearAmount['reading'], years: readonly YearSpan[]) =>
    years.filter(worked).map(year => ({
      reading,
      from: dayFromNumber(year.from),
      to: dayFromNumber(year.to),
      ...yearAmount(totals, year, limits.capCentsPerYear),
    }))
  return [...amounts('calendar-year', calendarYears(first, last)), ...amounts('from-first-day', blocksFrom(first, first, last))]
}

function assumptionsOf(intervals: readonly WorkInterval[]): AssumptionId[] {
  const before = (day: Day) => intervals.some(interval => interval.from < dayNumber(day))
  const after = (day: Day) => intervals.some(interval => interval.to > dayNumber(day))
  const assumptions = [...ALWAYS]
  if (before(WAGE_FIRST_DAY)) assumptions.push('before-first-wage-row')
  if (after(WAGE_LAST_KNOWN_DAY)) assumptions.push('wage-2027-unknown')
  if (before(INCOME_LOSS_FIRST_FILING_DAY)) assumptions.push('pre-2020-work-counts')
  return assumptions
}

interface Counted {
  readonly work: ClaimFile['work']
  readonly read: ReadWork
  readonly intervals: readonly WorkInterval[]
  readonly years: readonly YearAmount[]
  readonly range: CentsRange
  readonly limits: IncomeLossLimits
  readonly today: Day
}

function reasonsOf({ work, read, intervals, years, range, limits, today }: Counted): Reason[] {
  const reasons: Reason[] = []
  const say = (code: (typeof INCOME_LOSS_REASONS)[number], effect: Reason['effect'], citation: CitationId, params?: Reason['params']) =>
    reasons.push({ code, effect, citation, ...(params && { params }) })
  const number = (index: number) => ({ period: index + 1 })

  if (work === undefined) say('work-missing', 'needs', 'sji-how-to-apply')
  else if (work.length === 0) say('work-none', 'explains', 'sji-how-to-apply')
  for (const index of read.incomplete) say('period-incomplete', 'needs', 'sji-how-to-apply', number(index))
  for (const index of read.inFuture) say('period-in-future', 'explains', 'calvcb-wage-at-the-time', number(index))
  for (const index of read.withoutHours) say('period-without-hours', 'explains', limits.hoursCitation, number(index))
  if (intervals.length > 0) say('income-measure', 'explains', limits.hoursCitation, { hours: limits.hoursPerWeek })
  // The yearly limit can hide the difference; then there is one figure, and no range to explain.
  if (range.lowCents !== range.highCents && intervals.some(({ periods }) => periods.some(period => period.lowRate !== period.highRate))) {
    say('size-unknown', 'explains', 'wage-dir-2019-94')
  }
  const weekHours = limits.hoursPerWeek * 100
  if (intervals.some(interval => interval.periods.reduce((total, period) => total + period.highHours, 0) > weekHours)) {
    say('hours-over-limit', 'explains', limits.hoursCitation, { hours: limits.hoursPerWeek })
  }
  if (years.some(year => year.highCents === limits.capCentsPerYear)) say('cap-reached', 'explains', limits.capCitation)
  if (today < INCOME_LOSS_FIRST_FILING_DAY) {
    say('filed-before-2020', 'explains', limits.capCitation, { year: Number(INCOME_LOSS_FIRST_FILING_DAY.slice(0, 4)) })
  }
  return reasons
}
