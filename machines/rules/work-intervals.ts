import { dayFromNumber, dayNumber } from '#machines/calendar/day.ts'
import { wageOn, WAGE_INTERVALS } from '#machines/law/minimum-wage.ts'
import type { PeriodOnDay } from './day-value.ts'
import type { CountedPeriod } from './work-span.ts'

/** Consecutive days on which the same periods and rates hold; day numbers, both ends included. */
export interface WorkInterval {
  readonly from: number
  readonly to: number
  /** The periods that may cover these days. Before the first wage row their rates are 0. */
  readonly periods: readonly (PeriodOnDay & { readonly period: CountedPeriod })[]
}

/** Lower and higher rate of a period on a day, in cents an hour: they differ only where the size does not say which one applies. */
function ratesOn(day: number, size: CountedPeriod['size']): { lowRate: number; highRate: number } {
  const wage = wageOn(dayFromNumber(day))
  if (!wage) return { lowRate: 0, highRate: 0 }
  const [large, small] = [wage.large.centsPerHour, wage.small.centsPerHour]
  if (size === '26+') return { lowRate: large, highRate: large }
  if (size === '1-25') return { lowRate: small, highRate: small }
  return { lowRate: Math.min(large, small), highRate: Math.max(large, small) }
}

/** Cuts the time that the periods may cover into intervals, oldest first; days that none may cover are left out. */
export function workIntervals(periods: readonly CountedPeriod[]): WorkInterval[] {
  const cuts = new Set(WAGE_INTERVALS.map(interval => dayNumber(interval.from)))
  for (const period of periods) {
    cuts
      .add(period.firstStart)
      .add(period.lastStart)
      .add(period.firstEnd + 1)
      .add(period.lastEnd + 1)
  }
  const starts = [...cuts].sort((a, b) => a - b)
  return starts.flatMap((from, index) => {
    const next = starts[index + 1]
    if (next === undefined) return []
    const covering = periods.filter(period => period.firstStart <= from && from <= period.lastEnd)
    if (covering.length === 0) return []
    const onDay = covering.map(period => ({
      period,
      certain: period.lastStart <= from && from <= period.firstEnd,
      lowHours: period.lowHours,
      highHours: period.highHours,
      ...ratesOn(from, period.size),
    }))
    return [{ from, to: next - 1, periods: onDay }]
  })
}
