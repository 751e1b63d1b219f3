import { dayNumber, firstDayOf, lastDayOf, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile, WorkPeriod } from '#machines/answers/claim-file.ts'

/** When a period can have begun and ended; day numbers of `machines/calendar/day.ts`, both ends included. */
export interface WorkSpan {
  readonly firstStart: number
  readonly lastStart: number
  readonly firstEnd: number
  readonly lastEnd: number
}

/** A period that can be counted. Hours are hundredths of an hour in a week, so that they stay whole numbers. */
export interface CountedPeriod extends WorkSpan {
  /** Place in the claim file's `work`. */
  readonly index: number
  readonly lowHours: number
  readonly highHours: number
  /** `null` when the employer's size was not answered or not known. */
  readonly size: '26+' | '1-25' | null
}

/** The work of a claim as it was read: the periods that count, and the places in `work` of those that do not, by reason. */
export interface ReadWork {
  readonly counted: readonly CountedPeriod[]
  readonly incomplete: readonly number[]
  readonly inFuture: readonly number[]
  readonly withoutHours: readonly number[]
}

/**
 * The span of a period as of `today`: "ongoing" ends today, an end after today is cut to today, and
 * the last possible start is no later than the last possible end. `null` when the start or the end
 * was not answered; a start after today stays after today.
 */
export function workSpan(period: Pick<WorkPeriod, 'from' | 'to'>, today: Day): WorkSpan | null {
  if (period.from === undefined || period.to === undefined) return null
  const now = dayNumber(today)
  const ongoing = period.to === 'ongoing'
  const lastEnd = ongoing ? now : Math.min(dayNumber(lastDayOf(period.to)), now)
  const firstEnd = ongoing ? now : Math.min(dayNumber(firstDayOf(period.to)), now)
  const firstStart = dayNumber(firstDayOf(period.from))
  const lastStart = Math.min(dayNumber(lastDayOf(period.from)), lastEnd)
  return { firstStart, lastStart, firstEnd, lastEnd }
}

/** Hundredths of an hour; the schema allows two decimals, so rounding only repairs the binary fraction. */
const hundredths = (hours: number) => Math.round(hours * 100)

/** Reads the work of a claim as of `today`. */
export function readWork(work: NonNullable<ClaimFile['work']>, today: Day): ReadWork {
  const counted: CountedPeriod[] = []
  const incomplete: number[] = []
  const inFuture: number[] = []
  const withoutHours: number[] = []
  work.forEach((period, index) => {
    const hours = period.hoursPerWeek
    const span = workSpan(period, today)
    if (span === null || hours === undefined) return incomplete.push(index)
    if (span.firstStart > dayNumber(today)) return inFuture.push(index)
    // An end before the start is refused by the schema; counted here it would be a negative span.
    if (span.lastEnd < span.firstStart) return incomplete.push(index)
    const [low, high] = typeof hours === 'number' ? [hours, hours] : [hours.low, hours.high]
    if (high === 0) return withoutHours.push(index)
    const size = period.employerSize === '26+' || period.employerSize === '1-25' ? period.employerSize : null
    return counted.push({ ...span, index, lowHours: hundredths(low), highHours: hundredths(high), size })
  })
  return { counted, incomplete, inFuture, withoutHours }
}
