import type { Day } from '#machines/calendar/day.ts'
import type { CitationId } from './citations.ts'

/** One span of time that the law, an agency or this program sets. */
export interface DeadlineRow {
  /** First day of the rule; `null` where the day it began was not read. */
  readonly from: Day | null
  readonly to: Day | null
  readonly amount: number
  readonly unit: 'days' | 'business-days' | 'weeks' | 'years' | 'years-of-age' | 'months'
  readonly citation: CitationId
}

/** A span of time told as a range; `lowDays` is `null` where only the upper end was told. */
export interface ProcessingRow {
  readonly from: Day | null
  readonly to: Day | null
  readonly lowDays: number | null
  readonly highDays: number
  readonly citation: CitationId
}

export const DEADLINES = {
  /** Filing after the crime ended. For a crime that went on, "ended" is our reading. */
  filing: { from: '2020-01-01', to: null, amount: 7, unit: 'years', citation: 'gov-13953-a' },
  /** Seven years after the 21st birthday: a victim's last day to file is never before their 28th birthday. */
  filingBirthday: { from: '2020-01-01', to: null, amount: 28, unit: 'years-of-age', citation: 'gov-13953-a' },
  /** Filing after the injury or death was discovered (not the benefit). */
  discovery: { from: '2020-01-01', to: null, amount: 7, unit: 'years', citation: 'gov-13953-a' },
  /** How long before the filing day this program calls it soon. */
  soon: { from: null, to: null, amount: 180, unit: 'days', citation: 'house-choice' },
  /** To send what is missing, after CalVCB's notice. */
  incomplete: { from: null, to: null, amount: 30, unit: 'days', citation: 'gov-13952-c' },
  /** To send an expense, counted from the day it arose, unless it is still owed or already paid. */
  expense: { from: null, to: null, amount: 3, unit: 'years', citation: 'gov-13957.7-a' },
  appeal: { from: null, to: null, amount: 45, unit: 'days', citation: 'gov-13959' },
  appealDecision: { from: null, to: null, amount: 6, unit: 'months', citation: 'ab-1563' },
  writAfterDelivery: { from: null, to: null, amount: 30, unit: 'days', citation: 'gov-13960' },
  writAfterMailing: { from: null, to: null, amount: 60, unit: 'days', citation: 'gov-13960' },
  /** For CalVCB to pay an emergency award; extensions by agreement are possible. */
  emergencyAward: { from: null, to: null, amount: 30, unit: 'days', citation: 'gov-13952.5' },
  emergencyExtension: { from: null, to: null, amount: 10, unit: 'days', citation: 'gov-13952.5' },
  /** To tell CalVCB of a lawsuit or an insurance claim for the same crime. */
  lienNotice: { from: null, to: null, amount: 30, unit: 'days', citation: 'calvcb-repayment' },
  /** The age at which money of a minor victim is sent. */
  payAge: { from: null, to: null, amount: 18, unit: 'years-of-age', citation: 'calvcb-trafficking' },
  /** Two CalVCB pages differ on the days after a hearing officer's recommendation: follow the letter. */
  hearingRequest: { from: null, to: null, amount: 20, unit: 'days', citation: 'calvcb-right-to-appeal' },
  hearingInformation: { from: null, to: null, amount: 30, unit: 'days', citation: 'calvcb-right-to-appeal' },
  /** For an agency to give its endorsement of a trafficking victim after the first encounter. */
  endorsement: { from: null, to: null, amount: 15, unit: 'business-days', citation: 'pen-236.5' },
  /** For an agency that gives none to say why in writing. */
  endorsementReasons: { from: null, to: null, amount: 15, unit: 'days', citation: 'pen-236.5' },
  /** For an agency to look again once there is new evidence. */
  endorsementReview: { from: null, to: null, amount: 1, unit: 'weeks', citation: 'pen-236.5' },
} as const satisfies Record<string, DeadlineRow>

export type DeadlineId = keyof typeof DEADLINES

/** How long CalVCB's steps took, as CalVCB staff told it; CalVCB promises none of these times. */
export const PROCESSING = {
  receipt: { from: null, to: null, lowDays: 30, highDays: 60, citation: 'sji-how-to-apply' },
  /** Counted from the receipt notice. */
  eligibility: { from: null, to: null, lowDays: 60, highDays: 90, citation: 'sji-how-to-apply' },
  /** Until an income-loss claim has an analyst. */
  assignment: { from: null, to: null, lowDays: null, highDays: 150, citation: 'sji-how-to-apply' },
  /** The analyst's review after that. */
  review: { from: null, to: null, lowDays: null, highDays: 120, citation: 'sji-how-to-apply' },
  /** What CalVCB's own page says of an application as a whole. */
  application: { from: null, to: null, lowDays: null, highDays: 90, citation: 'calvcb-how-compensation-works' },
} as const satisfies Record<string, ProcessingRow>
