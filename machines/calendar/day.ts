/**
 * Days without clocks or time zones. A `Day` is a `YYYY-MM-DD` string in the proleptic Gregorian
 * calendar; a `PartialDate` may leave out the day, or the month and the day. Nothing here reads
 * the current time: today's date is always an argument.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** What a person can remember: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const MS_PER_DAY = 86_400_000

/** Earliest and latest years that a typed date may name; a year outside is treated as a typing mistake. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2100

const pad = (value: number, width: number) => String(value).padStart(width, '0')

const makeDay = (year: number, month: number, day: number): Day => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** True for a leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether `text` is an existing day, month or year between 1900 and 2100. */
export function isPartialDate(text: string): text is PartialDate {
  const match = PARTIAL_DATE.exec(text)
  if (!match) return false
  const year = Number(match[1])
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  if (match[2] === undefined) return true
  const month = Number(match[2])
  if (month < 1 || month > 12) return false
  if (match[3] === undefined) return true
  const day = Number(match[3])
  return day >= 1 && day <= daysInMonth(year, month)
}

/** Whether `text` is an existing full day between 1900 and 2100. */
export function isDay(text: string): text is Day {
  return text.length === 10 && isPartialDate(text)
}

/** First calendar day that a partial date can mean. */
export function firstDayOf(date: PartialDate): Day {
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

/** Last calendar day that a partial date can mean. */
export function lastDayOf(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 7) {
    const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
    return makeDay(year, month, daysInMonth(year, month))
  }
  return date
}

/** Day number counted from 1970-01-01 (negative before it); consecutive days differ by one. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY
}

/** The day with the given day number: the inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** Days from `from` to `to`; 0 when they are the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The same day `years` later (earlier when negative).
 * 29 February does not exist in a common year: `leapDay` says whether it becomes 28 February (`back`) or 1 March (`forward`).
 */
export function addYears(day: Day, years: number, leapDay: 'back' | 'forward'): Day {
  const year = Number(day.slice(0, 4)) + years
  const rest = day.slice(4)
  if (rest === '-02-29' && !isLeapYear(year)) return `${pad(year, 4)}${leapDay === 'back' ? '-02-28' : '-03-01'}`
  return `${pad(year, 4)}${rest}`
}

/** The same day `months` later, or the last day of that month where it is too short. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return makeDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)))
}
