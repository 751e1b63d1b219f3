import { daysBetween, type Day } from '#machines/calendar/day.ts'
import type { DraftStateName } from '#machines/draft/machine.ts'
import type { DueKind } from '#machines/rules/due-dates.ts'
import { nextDue, type CaseSummary } from './case-summary.ts'

/** What has to be done next in a case, or what the case waits for. */
export const NEXT_STEPS = [
  'fill-in',
  'send-to-review',
  'review',
  'make-changes',
  'sign',
  'send-out',
  'answer-letter',
  'ask-hearing',
  'prepare-hearing',
  'appeal',
  'ask-court',
  'await-receipt',
  'await-eligibility',
  'await-income-loss',
  'await-decision',
  'await-payment',
  'await-appeal',
  'close',
  'none',
] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** What a letter of the Board asks for comes before the step of the state. */
const STEP_OF_DUE: Readonly<Partial<Record<DueKind, NextStep>>> = {
  'missing-information': 'answer-letter',
  'hearing-request': 'ask-hearing',
  'hearing-information': 'prepare-hearing',
  appeal: 'appeal',
  court: 'ask-court',
}

const STEP_OF_STATE: Readonly<Record<DraftStateName, NextStep>> = {
  prepared: 'send-to-review',
  printed: 'send-to-review',
  inReview: 'review',
  needsChanges: 'make-changes',
  readyToSign: 'sign',
  signed: 'send-out',
  filed: 'await-receipt',
  received: 'await-eligibility',
  victimEligible: 'await-income-loss',
  incomeLossInReview: 'await-decision',
  allowed: 'await-payment',
  denied: 'close',
  paid: 'close',
  appealed: 'await-appeal',
  closed: 'none',
}

/** The next step of a case; `none` where the claim can no longer be opened. */
export function nextStepOf(summary: Pick<CaseSummary, 'state' | 'missing' | 'due'> | null): NextStep {
  if (!summary || summary.state === 'closed') return 'none'
  const asked = summary.due
    .filter(({ whose }) => whose === 'ours')
    .map(({ kind }) => STEP_OF_DUE[kind])
    .find(step => step !== undefined)
  if (asked) return asked
  if (summary.missing.length > 0 && (summary.state === 'prepared' || summary.state === 'printed')) return 'fill-in'
  return STEP_OF_STATE[summary.state]
}

/** Days from today to the next day on which something is due, negative after it; `null` where nothing is due. */
export function daysLeftOf(summary: Pick<CaseSummary, 'due'> | null, today: Day): number | null {
  const next = summary && nextDue(summary)
  return next ? daysBetween(today, next.day) : null
}
