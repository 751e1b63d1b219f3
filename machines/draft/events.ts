import type { Day } from '#machines/calendar/day.ts'
import type { FilingFacts } from '#machines/rules/filing-facts.ts'
import type { NoticeWay } from '#machines/rules/lifecycle-days.ts'
import type { Signatory } from '#machines/rules/signing-order.ts'

/** Why a draft was closed. */
export const CLOSING_REASONS = ['finished', 'survivor-asked', 'lost-touch', 'moved-elsewhere'] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/**
 * Everything that can happen to a draft. Each event carries the days that were written on paper, not the day on which a person typed them,
 * and what the answers said then, so that a replay needs nothing else.
 */
export type DraftEvent =
  | { readonly type: 'PRINTED'; readonly day: Day }
  | { readonly type: 'ANSWER_CHANGED' }
  | { readonly type: 'SENT_TO_REVIEW'; readonly sentOn: Day }
  | { readonly type: 'TAKEN_FROM_REVIEW' }
  | { readonly type: 'CHANGES_ASKED'; readonly askedOn: Day }
  /** A reviewer found the papers right. */
  | { readonly type: 'APPROVED'; readonly approvedOn: Day; readonly facts: FilingFacts }
  /** A survivor may file what they have, whether or not a reviewer looked at it. */
  | { readonly type: 'READY_WITHOUT_REVIEW'; readonly readyOn: Day; readonly facts: FilingFacts }
  | { readonly type: 'SIGNED_BY'; readonly who: Signatory; readonly signedOn: Day }
  /** The papers are printed and signed anew. */
  | { readonly type: 'SIGNING_STARTED_OVER' }
  | { readonly type: 'FILED'; readonly filedOn: Day }
  | { readonly type: 'RECEIVED'; readonly receivedOn: Day }
  | { readonly type: 'VICTIM_ELIGIBLE'; readonly noticeOn: Day }
  | { readonly type: 'INCOME_LOSS_REVIEW_BEGUN'; readonly begunOn: Day }
  | { readonly type: 'INFORMATION_ASKED'; readonly noticeOn: Day }
  | { readonly type: 'INFORMATION_SENT'; readonly sentOn: Day }
  | { readonly type: 'ALLOWED'; readonly noticeOn: Day; readonly inPart: boolean }
  | { readonly type: 'DENIED'; readonly noticeOn: Day; readonly way?: NoticeWay }
  | { readonly type: 'PAID'; readonly paidOn: Day }
  | { readonly type: 'APPEALED'; readonly sentOn: Day }
  | { readonly type: 'HEARING_RECOMMENDATION'; readonly noticeOn: Day }
  | { readonly type: 'CLOSED'; readonly closedOn: Day; readonly why: ClosingReason }
  | { readonly type: 'REOPENED' }

export type DraftEventType = DraftEvent['type']

type WithoutFacts<Event> = Event extends { readonly facts: FilingFacts } ? Omit<Event, 'facts'> : Event

/** An event as a caller proposes it, without what the answers say, which the caller may not set. */
export type DraftProposal = WithoutFacts<DraftEvent>

const DAY_FIELDS = [
  'day',
  'sentOn',
  'askedOn',
  'approvedOn',
  'readyOn',
  'signedOn',
  'filedOn',
  'receivedOn',
  'noticeOn',
  'begunOn',
  'paidOn',
  'closedOn',
] as const

/** The day that an event carries; `null` where it has none. An event never has two. */
export function dayOf(event: DraftProposal | DraftEvent): Day | null {
  const fields = event as Readonly<Partial<Record<(typeof DAY_FIELDS)[number], Day>>>
  return DAY_FIELDS.map(field => fields[field]).find(day => day !== undefined) ?? null
}
