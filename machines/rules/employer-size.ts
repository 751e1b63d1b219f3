import { dayFromNumber, dayNumber, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile, WorkPeriod } from '#machines/answers/claim-file.ts'
import { WAGE_INTERVALS } from '#machines/law/minimum-wage.ts'
import { incomeRange } from './income-loss.ts'
import { workSpan } from './work-span.ts'

/** Wage rows that differ by the employer's size. */
const SPLIT = WAGE_INTERVALS.filter(interval => interval.large.centsPerHour !== interval.small.centsPerHour)

/** Whether the longest span of a period overlaps the years in which the minimum wage depended on the employer's size. */
export function employerSizeMatters(period: Pick<WorkPeriod, 'from' | 'to'>, today: Day): boolean {
  const span = workSpan(period, today)
  if (span === null || span.firstStart > dayNumber(today)) return false
  const [from, to] = [dayFromNumber(span.firstStart), dayFromNumber(span.lastEnd)]
  return SPLIT.some(interval => from <= (interval.to ?? to) && interval.from <= to)
}

/**
 * Whether employer sizes can change the estimate of this claim at all: a period must fall in the
 * split years, and the yearly cap must not hide the difference. Sizes already answered play no part,
 * so that the question cannot be opened or closed by its own answer.
 */
export function employerSizeCanChange(work: ClaimFile['work'], today: Day): boolean {
  const periods = work ?? []
  if (!periods.some(period => employerSizeMatters(period, today))) return false
  // Every other mix of sizes lies between "all small" and "all large".
  const withSize = (employerSize: '26+' | '1-25') =>
    incomeRange(
      periods.map(period => ({ ...period, employerSize })),
      today,
    )
  const [large, small] = [withSize('26+'), withSize('1-25')]
  return large.lowCents !== small.lowCents || large.highCents !== small.highCents
}

/** Places (from 0) of the periods whose employer's size is worth asking for; empty when no size can change the estimate. */
export function periodsWithEmployerSize(work: ClaimFile['work'], today: Day): number[] {
  if (!employerSizeCanChange(work, today)) return []
  return (work ?? []).flatMap((period, index) => (employerSizeMatters(period, today) ? [index] : []))
}
