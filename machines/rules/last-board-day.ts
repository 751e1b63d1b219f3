import { addDays, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { DEADLINES, type DeadlineId } from '#machines/law/deadlines.ts'
import { dueDates, type DueKind, type DueThing } from './due-dates.ts'
import type { LifecycleDays } from './lifecycle-days.ts'

/** The deadline that begins for a claimant when a step of the Board has come: a claim is not over on the day of a decision. */
const ANSWERED_BY: Readonly<Partial<Record<DueKind, DeadlineId>>> = {
  eligibility: 'appeal',
  review: 'appeal',
  // How the notice will come is not known yet, so the longer of the two times counts.
  'appeal-decision': 'writAfterMailing',
}

/** The last day that the Board's own times give a claim, and the rules and reports that it comes from. */
export interface LastBoardDay {
  readonly day: Day
  readonly citations: readonly CitationId[]
}

/**
 * The last day on which something that is known can still come from the Board, or can still be sent to the Board or then to a court. `null`
 * for a claim that was not mailed, that is closed, or that waits for nothing. The times of the Board's steps are no promise
 * (`machines/law/deadlines.ts`).
 */
export function lastBoardDay(claim: ClaimFile, lifecycle: LifecycleDays, today: Day): LastBoardDay | null {
  if (lifecycle.filedOn === null) return null
  return dueDates(claim, lifecycle, today)
    .map(endOf)
    .reduce<LastBoardDay | null>((last, end) => (last !== null && last.day >= end.day ? last : end), null)
}

function endOf({ kind, day, citation }: DueThing): LastBoardDay {
  const answer = ANSWERED_BY[kind]
  if (answer === undefined) return { day, citations: [citation] }
  return { day: addDays(day, DEADLINES[answer].amount), citations: [citation, DEADLINES[answer].citation] }
}
