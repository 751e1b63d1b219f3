import { addDays, addYears, firstDayOf, lastDayOf, type Day, type PartialDate } from '#machines/calendar/day.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { DEADLINES, PROCESSING } from '#machines/law/deadlines.ts'

/** Steps of a claim after it was mailed, in their order. */
const PROCESSING_STEPS = ['receipt', 'eligibility', 'assignment', 'review'] as const
export type ProcessingStep = (typeof PROCESSING_STEPS)[number]

/** When a step may come: any day from `from` to `to`, both included. CalVCB promises none of these days. */
export interface ProcessingDates {
  readonly step: ProcessingStep
  readonly from: Day
  readonly to: Day
  /** Days of the step itself, counted from the step before it; `null` where only the upper end was told. */
  readonly lowDays: number | null
  readonly highDays: number
  readonly citation: CitationId
}

/**
 * The days on which CalVCB's steps may come, counted from the day of mailing. Each step is counted from the one
 * before it, so the last day is the sum of all; a step of which only the longest time was told may come at once.
 * @param first where some steps have come, the one that comes next: `mailedOn` is then the day of the step before it
 */
export function processingDates(mailedOn: Day, first: ProcessingStep = 'receipt'): ProcessingDates[] {
  let [from, to] = [mailedOn, mailedOn]
  return PROCESSING_STEPS.slice(PROCESSING_STEPS.indexOf(first)).map(step => {
    const { lowDays, highDays, citation } = PROCESSING[step]
    ;[from, to] = [addDays(from, lowDays ?? 0), addDays(to, highDays)]
    return { step, from, to, lowDays, highDays, citation }
  })
}

/** The day by which an emergency award is to be paid when it was asked for on `askedOn`; agreed extensions aside. */
export function emergencyPayDay(askedOn: Day): Day {
  return addDays(askedOn, DEADLINES.emergencyAward.amount)
}

/** The day by which CalVCB's own page expects an application to be done. */
export function applicationDay(mailedOn: Day): Day {
  return addDays(mailedOn, PROCESSING.application.highDays)
}

/**
 * The days between which a person has the birthday after which money of a minor victim is sent; one day where the
 * birth date is a full one. `null` when it is not known, or when the birthday has surely come by `today`.
 */
export function payBirthday(birthDate: PartialDate | undefined, today: Day): { readonly from: Day; readonly to: Day } | null {
  if (birthDate === undefined) return null
  const [from, to] = [firstDayOf(birthDate), lastDayOf(birthDate)].map(day => addYears(day, DEADLINES.payAge.amount, 'forward')) as [
    Day,
    Day,
  ]
  return to <= today ? null : { from, to }
}
