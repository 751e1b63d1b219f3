import type { Day } from '#machines/calendar/day.ts'
import type { CitationId } from './citations.ts'

/** Limits on income loss of trafficking victims (AB 629) for applications filed from `from` on. */
export interface IncomeLossLimits {
  /** First day of filing that the limits cover: the test is when the application is filed. */
  readonly from: Day
  readonly to: Day | null
  /** Most that one year can come to, in cents. */
  readonly capCentsPerYear: number
  readonly mostYears: number
  /** Most hours of one week that count. */
  readonly hoursPerWeek: number
  readonly capCitation: CitationId
  readonly hoursCitation: CitationId
}

export const INCOME_LOSS_LIMITS: readonly IncomeLossLimits[] = [
  {
    from: '2020-01-01',
    to: null,
    capCentsPerYear: 1_000_000,
    mostYears: 2,
    hoursPerWeek: 40,
    capCitation: 'calvcb-trafficking',
    hoursCitation: 'ab-629',
  },
]

/** The limits that a filing on `day` falls under; before the first row the oldest ones, see `filed-before-2020`. */
export function incomeLossLimits(day: Day): IncomeLossLimits {
  const row = INCOME_LOSS_LIMITS.findLast(limits => limits.from <= day) ?? INCOME_LOSS_LIMITS[0]
  if (!row) throw new Error('no limits of income loss')
  return row
}

/** First filing day that the benefit covers. */
export const INCOME_LOSS_FIRST_FILING_DAY: Day = incomeLossLimits('2020-01-01').from
