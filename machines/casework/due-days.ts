import { daysBetween, type Day } from '#machines/calendar/day.ts'
import type { DueThing } from '#machines/rules/due-dates.ts'
import type { CaseSummary, SummaryDue } from './case-summary.ts'

/** How many days ahead count as near, and how many a member plans for. */
export const NEAR_DAYS = 7
export const AHEAD_DAYS = 30

/** How near a day is, the nearest first. */
export const DUE_SPANS = ['past', 'week', 'month', 'later'] as const
export type DueSpan = (typeof DUE_SPANS)[number]

/** @param daysLeft days from today to a day, negative after it */
export function dueSpan(daysLeft: number): DueSpan {
  if (daysLeft < 0) return 'past'
  if (daysLeft <= NEAR_DAYS) return 'week'
  return daysLeft <= AHEAD_DAYS ? 'month' : 'later'
}

/** One thing due in a case, counted from today. */
export type DueDay = Pick<DueThing, 'kind' | 'whose' | 'day' | 'daysLeft' | 'overdue' | 'certainty' | 'assumptions'>

/**
 * What is due in a case, the nearest day first. A step of the Board that is counted from another expected step is left out until that other
 * step has happened.
 */
export function dueDays({ due }: Pick<CaseSummary, 'due'>, today: Day): DueDay[] {
  return due.filter(({ assumptions = [] }) => !assumptions.includes('windows-added-up')).map(thing => counted(thing, today))
}

function counted({ kind, whose, day, certainty, assumptions = [] }: SummaryDue, today: Day): DueDay {
  // Where the summary does not say how sure a day is, the day is called no surer than it may be.
  return {
    kind,
    whose,
    day,
    daysLeft: daysBetween(today, day),
    overdue: day < today,
    certainty: certainty ?? (whose === 'board' ? 'expected' : 'reading'),
    assumptions,
  }
}
