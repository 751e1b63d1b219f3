import { daysBetween, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import type { IncomeLossResult, YearAmount } from './income-loss.ts'
import { incomeLossLines, type IncomeLossLine } from './income-loss-lines.ts'
import { centsOf } from './year-reading.ts'

/** One year of a reading with the rows that its high amount comes from. */
export interface CountedYear extends YearAmount {
  readonly lines: readonly IncomeLossLine[]
  /** Sum of the rows before the yearly limit; may differ by cents from the year's amount, which is rounded once. */
  readonly sumCents: number
}

/** One reading of "year": its best years, with what they come to together. */
export interface CountedReading {
  readonly reading: YearAmount['reading']
  /** In the order of the calendar; the years with the highest amounts, of equal ones those that are surer, as many as can be paid. */
  readonly years: readonly CountedYear[]
  readonly lowCents: number
  readonly highCents: number
}

/**
 * The arithmetic of an estimate for a person to follow: for each reading of "year" the years that count most, and the
 * rows of `incomeLossLines` cut at the ends of those years. The range of `incomeLoss` may be wider: it also tries the
 * other first days that uncertain answers allow.
 */
export function countedReadings(work: ClaimFile['work'], { years }: IncomeLossResult, today: Day): CountedReading[] {
  const { mostYears } = incomeLossLimits(today)
  const lines = incomeLossLines(work, today)
  return (['calendar-year', 'from-first-day'] as const).flatMap(reading => {
    const all = years.filter(year => year.reading === reading)
    if (all.length === 0) return []
    const best = all
      .toSorted((a, b) => b.highCents - a.highCents || b.lowCents - a.lowCents || a.from.localeCompare(b.from))
      .slice(0, mostYears)
    return [
      {
        reading,
        years: best.toSorted((a, b) => a.from.localeCompare(b.from)).map(year => countedYear(year, lines)),
        lowCents: sumOf(
          all
            .map(year => year.lowCents)
            .toSorted((a, b) => b - a)
            .slice(0, mostYears),
        ),
        highCents: sumOf(best.map(year => year.highCents)),
      },
    ]
  })
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0)

function countedYear(year: YearAmount, lines: readonly IncomeLossLine[]): CountedYear {
  const cut = lines.flatMap(line => {
    const from = line.from > year.from ? line.from : year.from
    const to = line.to < year.to ? line.to : year.to
    if (from > to) return []
    const days = daysBetween(from, to) + 1
    return [{ ...line, from, to, days, cents: centsOf(days * Math.round(line.hoursPerWeek * 100) * line.centsPerHour) }]
  })
  return { ...year, lines: cut, sumCents: sumOf(cut.map(line => line.cents)) }
}
