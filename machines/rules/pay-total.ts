import { addDays, addMonths, dayNumber, daysBetween, firstDayOf, lastDayOf, type Day } from '#machines/calendar/day.ts'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'

/** All the pay of a period in cents: two figures where the weekly hours are a range. */
export interface PayTotal {
  readonly low: number
  readonly high: number
}

const DAYS_OF_A_WEEK = 7
const CENTS_OF_A_DOLLAR = 100

/**
 * All the pay that a person got in a period. A total that was given stands as it is. Otherwise the rate is multiplied: by the weeks from the
 * first day that the start can mean to the last day that the end can mean, and by the hours, days or pieces of a week; by the months for pay
 * by the month. A total that was worked out is rounded to whole dollars, because dates and hours are no more exact.
 * @param today the end of a period that goes on, and the latest end of any
 * @returns `null` where neither a total nor everything that makes one was answered
 */
export function payTotal(period: WorkPeriod, today: Day): PayTotal | null {
  const { paidCents, pay } = period
  if (paidCents !== undefined) return { low: paidCents, high: paidCents }
  if (pay?.amountCents === 0) return { low: 0, high: 0 }
  const [low, high] = [countOf(period, today, 'low'), countOf(period, today, 'high')]
  if (!pay || low === undefined || high === undefined) return null
  const dollars = (count: number) => Math.round((pay.amountCents * count) / CENTS_OF_A_DOLLAR) * CENTS_OF_A_DOLLAR
  return { low: dollars(low), high: dollars(high) }
}

/** How many times the amount of the rate was paid, with the lower or the higher hours; undefined where that is not known. */
function countOf({ from, to, hoursPerWeek, pay }: WorkPeriod, today: Day, end: 'low' | 'high'): number | undefined {
  if (from === undefined || to === undefined) return undefined
  const first = firstDayOf(from)
  const last = to === 'ongoing' || lastDayOf(to) > today ? today : lastDayOf(to)
  const days = Math.max(0, daysBetween(first, last) + 1)
  const byWeek = (inAWeek: number | undefined) => (inAWeek === undefined ? undefined : (days * inAWeek) / DAYS_OF_A_WEEK)
  switch (pay?.per) {
    case 'hour':
      return byWeek(typeof hoursPerWeek === 'object' ? hoursPerWeek[end] : hoursPerWeek)
    case 'day':
    case 'piece':
      return byWeek(pay.times)
    case 'week':
      return byWeek(1)
    case 'two-weeks':
      return byWeek(1 / 2)
    case 'month':
      return days === 0 ? 0 : monthsBetween(first, addDays(last, 1))
    case undefined:
      return undefined
  }
}

/** Months from one day to a later one: whole months, and the share of the month that has begun. */
function monthsBetween(from: Day, to: Day): number {
  let whole = 0
  while (addMonths(from, whole + 1) <= to) whole += 1
  const begun = addMonths(from, whole)
  return whole + daysBetween(begun, to) / (dayNumber(addMonths(from, whole + 1)) - dayNumber(begun))
}
