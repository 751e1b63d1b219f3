import type { Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import type { IncomeLossResult } from './income-loss.ts'
import { countedReadings, type CountedYear } from './income-loss-years.ts'

/** One year of the picture of an estimate. */
export interface YearBar {
  readonly from: Day
  /** Last day, included. */
  readonly to: Day
  readonly lowCents: number
  readonly highCents: number
  /** Whole hours of the year that count at the most. */
  readonly mostHours: number
  /** Whether the high amount is the most that a year can come to. */
  readonly isCapped: boolean
}

/** An estimate as lengths to draw: everything in cents, beside the most that it can be. */
export interface EstimateBars {
  readonly lowCents: number
  readonly highCents: number
  readonly capCents: number
  /** The most that all years together can come to. */
  readonly mostCents: number
  /** The years that count, in the order of the calendar, under the reading of "year" with the higher amount. */
  readonly years: readonly YearBar[]
  /** Whether the range is another than that of these years together: it holds for every reading of "year" and for every choice of years. */
  readonly isWider: boolean
}

const DAYS_PER_WEEK = 7

/** What the picture of an estimate shows; `null` where the estimate comes to nothing. */
export function estimateBars(work: ClaimFile['work'], loss: IncomeLossResult, today: Day): EstimateBars | null {
  const { capCentsPerYear, mostYears } = incomeLossLimits(today)
  // Of two readings with the same amount the first stands: its years are calendar years, which are easier to name.
  const [best] = countedReadings(work, loss, today).toSorted((a, b) => b.highCents - a.highCents)
  const { lowCents, highCents } = loss
  if (!best || highCents === 0) return null
  const together = (end: 'lowCents' | 'highCents') => best.years.reduce((sum, year) => sum + year[end], 0)
  return {
    lowCents,
    highCents,
    capCents: capCentsPerYear,
    mostCents: capCentsPerYear * mostYears,
    years: best.years.filter(year => year.highCents > 0).map(year => yearBar(year, capCentsPerYear)),
    isWider: together('lowCents') !== lowCents || together('highCents') !== highCents,
  }
}

function yearBar({ from, to, lowCents, highCents, lines }: CountedYear, capCents: number): YearBar {
  // Hundredths of an hour are whole numbers, so nothing is lost on the way.
  const hundredths = lines.reduce((sum, { days, hoursPerWeek }) => sum + days * Math.round(hoursPerWeek * 100), 0)
  return { from, to, lowCents, highCents, mostHours: Math.ceil(hundredths / (100 * DAYS_PER_WEEK)), isCapped: highCents === capCents }
}
