import type { Day } from '#machines/calendar/day.ts'

const LOS_ANGELES = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

const HOUR_MS = 3_600_000

/** The moment at which a calendar day begins in Los Angeles, in summer time or standard time. */
export function startInLosAngeles(day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const [summer, winter] = [new Date(midnight + 7 * HOUR_MS), new Date(midnight + 8 * HOUR_MS)]
  return dayInLosAngeles(summer) === day ? summer : winter
}

/** The calendar day in Los Angeles at a moment, because claims are filed in California, wherever the server is. */
export function dayInLosAngeles(now: Date): Day {
  return LOS_ANGELES.format(now)
}
