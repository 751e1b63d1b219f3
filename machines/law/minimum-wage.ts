import { dayFromNumber, dayNumber, type Day } from '#machines/calendar/day.ts'
import type { CitationId } from './citations.ts'

/** Whom a minimum-wage row binds: employers of a size (by number of employees), or all. */
export type WageScope = 'all' | '26+' | '1-25'

/** One row of the California state minimum wage; both days are included, `to: null` is still in force. */
export interface WageRow {
  readonly from: Day
  readonly to: Day | null
  readonly employerSize: WageScope
  readonly centsPerHour: number
  readonly citation: CitationId
}

/**
 * The state minimum wage, oldest row first. Employers of 25 or fewer had their own rate from 2017
 * to 2022 only. Some pages date the 2014 rise to June 1; July 1 follows the state's own table.
 * When the next rate is announced: end the last row, add the new one and move {@link WAGE_LAST_KNOWN_DAY}.
 */
export const MINIMUM_WAGE: readonly WageRow[] = [
  { from: '1998-03-01', to: '2000-12-31', employerSize: 'all', centsPerHour: 575, citation: 'wage-history' },
  { from: '2001-01-01', to: '2001-12-31', employerSize: 'all', centsPerHour: 625, citation: 'wage-history' },
  { from: '2002-01-01', to: '2006-12-31', employerSize: 'all', centsPerHour: 675, citation: 'wage-history' },
  { from: '2007-01-01', to: '2007-12-31', employerSize: 'all', centsPerHour: 750, citation: 'wage-history' },
  { from: '2008-01-01', to: '2014-06-30', employerSize: 'all', centsPerHour: 800, citation: 'wage-history' },
  { from: '2014-07-01', to: '2015-12-31', employerSize: 'all', centsPerHour: 900, citation: 'wage-history' },
  { from: '2016-01-01', to: '2016-12-31', employerSize: 'all', centsPerHour: 1000, citation: 'wage-history' },
  { from: '2017-01-01', to: '2017-12-31', employerSize: '26+', centsPerHour: 1050, citation: 'wage-sb-3' },
  { from: '2017-01-01', to: '2017-12-31', employerSize: '1-25', centsPerHour: 1000, citation: 'wage-2017-small' },
  { from: '2018-01-01', to: '2018-12-31', employerSize: '26+', centsPerHour: 1100, citation: 'wage-sb-3' },
  { from: '2018-01-01', to: '2018-12-31', employerSize: '1-25', centsPerHour: 1050, citation: 'wage-sb-3' },
  { from: '2019-01-01', to: '2019-12-31', employerSize: '26+', centsPerHour: 1200, citation: 'wage-2019' },
  { from: '2019-01-01', to: '2019-12-31', employerSize: '1-25', centsPerHour: 1100, citation: 'wage-2019' },
  { from: '2020-01-01', to: '2020-12-31', employerSize: '26+', centsPerHour: 1300, citation: 'wage-dir-2019-94' },
  { from: '2020-01-01', to: '2020-12-31', employerSize: '1-25', centsPerHour: 1200, citation: 'wage-dir-2019-94' },
  { from: '2021-01-01', to: '2021-12-31', employerSize: '26+', centsPerHour: 1400, citation: 'wage-dir-2019-94' },
  { from: '2021-01-01', to: '2021-12-31', employerSize: '1-25', centsPerHour: 1300, citation: 'wage-dir-2019-94' },
  { from: '2022-01-01', to: '2022-12-31', employerSize: '26+', centsPerHour: 1500, citation: 'wage-dir-2019-94' },
  { from: '2022-01-01', to: '2022-12-31', employerSize: '1-25', centsPerHour: 1400, citation: 'wage-dir-2019-94' },
  { from: '2023-01-01', to: '2023-12-31', employerSize: 'all', centsPerHour: 1550, citation: 'wage-dir-2023-66' },
  { from: '2024-01-01', to: '2024-12-31', employerSize: 'all', centsPerHour: 1600, citation: 'wage-dir-2023-66' },
  { from: '2025-01-01', to: '2025-12-31', employerSize: 'all', centsPerHour: 1650, citation: 'wage-2025' },
  { from: '2026-01-01', to: null, employerSize: 'all', centsPerHour: 1690, citation: 'wage-2026' },
]

/** Last day whose rate is known; later days count with the last known rate and the result says so. */
export const WAGE_LAST_KNOWN_DAY: Day = '2026-12-31'

/** First day that has a rate; earlier days count nothing and the result says so. */
export const WAGE_FIRST_DAY: Day = MINIMUM_WAGE.reduce((first, row) => (row.from < first ? row.from : first), WAGE_LAST_KNOWN_DAY)

/** An interval of days in which every employer's rate stays the same. */
export interface WageInterval {
  readonly from: Day
  /** Last day, included; `null` for the interval that is still in force. */
  readonly to: Day | null
  readonly large: WageRow
  readonly small: WageRow
}

/** The intervals between the days on which a new row begins, oldest first; each has one pair of rates. */
export const WAGE_INTERVALS: readonly WageInterval[] = [...new Set(MINIMUM_WAGE.map(row => row.from))].sort().map((from, index, starts) => {
  const next = starts[index + 1]
  const bind = (size: WageScope) => {
    const row = MINIMUM_WAGE.find(each => each.from === from && (each.employerSize === size || each.employerSize === 'all'))
    if (!row) throw new Error(`no minimum wage for employers of ${size} from ${from}`)
    return row
  }
  return { from, to: next === undefined ? null : dayFromNumber(dayNumber(next) - 1), large: bind('26+'), small: bind('1-25') }
})

/** The rates in force on a day, or `undefined` before the first row. */
export function wageOn(day: Day): WageInterval | undefined {
  return WAGE_INTERVALS.findLast(interval => interval.from <= day)
}
