import { dayFromNumber, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import { wageOn, type WageScope } from '#machines/law/minimum-wage.ts'
import { readWork } from './work-span.ts'
import { workIntervals, type WorkInterval } from './work-intervals.ts'
import { centsOf } from './year-reading.ts'

/** One row of a calculation sheet: days of one period at one wage and one number of counted hours. */
export interface IncomeLossLine {
  /** Place of the period in the claim file's `work`, from 0. */
  readonly period: number
  readonly from: Day
  /** Last day, included. */
  readonly to: Day
  readonly days: number
  /** Hours of a week that count: with overlapping periods at most 40 in all, the highest rate first. */
  readonly hoursPerWeek: number
  readonly centsPerHour: number
  /** The employers to which the wage row applies. */
  readonly employerSize: WageScope
  /** Whether the higher rate stands here because the employer's size is not known. */
  readonly sizeNotKnown: boolean
  readonly citation: CitationId
  /** Rounded for this row; a year's amount is rounded once from all its days, so sums can differ by a few cents. */
  readonly cents: number
}

/**
 * The claimant's figures before the yearly cap, by period and wage row: longest spans, higher hours,
 * higher rate, as the high end of `incomeLoss` reads them. They are what the claimant states, never
 * an award. Days before the first wage row and hours that no longer count are left out.
 */
export function incomeLossLines(work: ClaimFile['work'], today: Day): IncomeLossLine[] {
  const weekHours = incomeLossLimits(today).hoursPerWeek * 100
  const lines = workIntervals(readWork(work ?? [], today).counted).flatMap(interval => linesOf(interval, weekHours))
  const byPeriod = lines.toSorted((a, b) => a.period - b.period || a.from - b.from)
  return join(byPeriod).map(({ from, to, hours, ...line }) => ({
    ...line,
    from: dayFromNumber(from),
    to: dayFromNumber(to),
    days: to - from + 1,
    hoursPerWeek: hours / 100,
    cents: centsOf((to - from + 1) * hours * line.centsPerHour),
  }))
}

interface RawLine extends Pick<IncomeLossLine, 'period' | 'centsPerHour' | 'employerSize' | 'sizeNotKnown' | 'citation'> {
  readonly from: number
  readonly to: number
  /** Hundredths of an hour in a week. */
  readonly hours: number
}

function linesOf(interval: WorkInterval, weekHours: number): RawLine[] {
  const wage = wageOn(dayFromNumber(interval.from))
  if (!wage) return []
  let left = weekHours
  return interval.periods
    .toSorted((a, b) => b.highRate - a.highRate)
    .flatMap(({ period, highHours, lowRate, highRate }) => {
      const hours = Math.min(highHours, left)
      left -= hours
      if (hours === 0) return []
      const row = wage.large.centsPerHour === highRate ? wage.large : wage.small
      return [
        {
          period: period.index,
          from: interval.from,
          to: interval.to,
          hours,
          centsPerHour: row.centsPerHour,
          employerSize: row.employerSize,
          sizeNotKnown: lowRate !== highRate,
          citation: row.citation,
        },
      ]
    })
}

/** Joins neighbours that differ in nothing but their days. */
function join(lines: readonly RawLine[]): RawLine[] {
  const joined: RawLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const same =
      last !== undefined &&
      last.period === line.period &&
      last.to + 1 === line.from &&
      last.hours === line.hours &&
      last.citation === line.citation &&
      last.centsPerHour === line.centsPerHour &&
      last.employerSize === line.employerSize
    if (same) joined[joined.length - 1] = { ...last, to: line.to }
    else joined.push(line)
  }
  return joined
}
