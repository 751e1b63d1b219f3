import type { CitationId } from './citations.ts'

/**
 * Points that are not settled yet. A result that rests on one of these names it, and pages and packet show it (`locales/<lng>/rules.json`,
 * `assumption.<id>`) with its citation.
 */
export const ASSUMPTIONS = {
  /** "Year" is read as calendar year and as 12 months from the first day worked; the best two count. */
  'year-two-readings': 'calvcb-trafficking',
  /** Restitution, lawsuits and wages paid are collected, never subtracted. */
  'offsets-not-subtracted': 'calvcb-repayment',
  'local-wage-not-used': 'calvcb-wage-at-the-time',
  /** Weekly hours are spread evenly over seven days. */
  'week-spread-evenly': 'house-choice',
  /** Whether this money counts inside the limit of the whole award is not settled. */
  'overall-cap-not-applied': 'gov-13957-overall',
  /** Whether ordinary income loss can be claimed for the same time is not settled. */
  'ordinary-income-loss-not-combined': 'gov-13957.5-trafficking',
  'trafficking-paragraph-not-read': 'gov-13957.5-trafficking',
  'wage-2027-unknown': 'wage-2027',
  'before-first-wage-row': 'wage-history',
  'pre-2020-work-counts': 'calvcb-trafficking',
  /** Seven years run from the day on which a crime that went on ended. */
  'ended-seven-years-reading': 'gov-13953-a',
  /** A month or a year is read at its first day. */
  'partial-date-read-early': 'house-choice',
  'cooperation-wording-not-read': 'gov-13956-trafficking',
  'ab160-trigger': 'ab-160',
  'session-2026-not-read': 'ab-1716',
  'relocation-cap-not-verified': 'relocation-amount',
  'security-cap-not-verified': 'benefits-january-2022',
  'counseling-limits-not-verified': 'gov-13957-counseling-derivative',
  'appeal-days-differ': 'calvcb-right-to-appeal',
  'declaration-wording-draft': 'ccp-2015.5',
  'mailing-address-older-page': 'calvcb-how-to-apply',
  'signature-form-not-read': 'application-form',
  'application-form-not-read': 'application-form',
} as const satisfies Record<string, CitationId>

export type AssumptionId = keyof typeof ASSUMPTIONS

export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as AssumptionId[]
