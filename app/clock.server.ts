import type { Day } from '#machines/calendar/day.ts'

const LOS_ANGELES = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

/** The calendar day in Los Angeles at a moment: claims are filed in California, wherever the server stands. */
export function dayInLosAngeles(now: Date): Day {
  return LOS_ANGELES.format(now)
}
