import type { Day } from '#machines/calendar/day.ts'
import { CLOSING_REASONS, type ClosingReason, type DraftEventType, type DraftProposal } from '#machines/draft/events.ts'
import type { ObstacleCode } from '#machines/draft/needs.ts'
import { NOTICE_WAYS, type NoticeWay } from '#machines/rules/lifecycle-days.ts'
import { SIGNATORIES, type Signatory } from '#machines/rules/signing-order.ts'

/** The fields that a step asks for. */
export interface StepFields {
  readonly asksDay: boolean
  readonly asksWho: boolean
  readonly asksInPart: boolean
  readonly asksWay: boolean
  readonly asksWhy: boolean
}

/** The property that holds the day of each step; `null` if it has none. The steps are offered in this order. */
export const DAY_OF = {
  SENT_TO_REVIEW: 'sentOn',
  APPROVED: 'approvedOn',
  CHANGES_ASKED: 'askedOn',
  TAKEN_FROM_REVIEW: null,
  READY_WITHOUT_REVIEW: 'readyOn',
  SIGNED_BY: 'signedOn',
  SIGNING_STARTED_OVER: null,
  FILED: 'filedOn',
  RECEIVED: 'receivedOn',
  INFORMATION_ASKED: 'noticeOn',
  INFORMATION_SENT: 'sentOn',
  VICTIM_ELIGIBLE: 'noticeOn',
  INCOME_LOSS_REVIEW_BEGUN: 'begunOn',
  ALLOWED: 'noticeOn',
  DENIED: 'noticeOn',
  PAID: 'paidOn',
  APPEALED: 'sentOn',
  HEARING_RECOMMENDATION: 'noticeOn',
  CLOSED: 'closedOn',
  REOPENED: null,
  PRINTED: 'day',
  ANSWER_CHANGED: null,
} as const satisfies Record<DraftEventType, string | null>

export const fieldsOf = (type: DraftEventType): StepFields => ({
  asksDay: DAY_OF[type] !== null,
  asksWho: type === 'SIGNED_BY',
  asksInPart: type === 'ALLOWED',
  asksWay: type === 'DENIED',
  asksWhy: type === 'CLOSED',
})

/** The answers that a member gives with a step. */
export interface ToldStep {
  readonly day: Day
  readonly who: Signatory
  readonly inPart: boolean
  readonly way: NoticeWay | null
  readonly why: ClosingReason
}

/** The event that a step proposes to the statechart. */
export function proposalOf(type: DraftEventType, { day, who, inPart, way, why }: ToldStep): DraftProposal {
  const field = DAY_OF[type]
  return {
    type,
    ...(field !== null && { [field]: day }),
    ...(type === 'SIGNED_BY' && { who }),
    ...(type === 'ALLOWED' && { inPart }),
    ...(type === 'DENIED' && way !== null && { way }),
    ...(type === 'CLOSED' && { why }),
  } as DraftProposal
}

/** A step with today's day and default answers, to find obstacles that no other answer can remove. */
export const blankProposal = (type: DraftEventType, today: Day, who: string | undefined): DraftProposal =>
  proposalOf(type, { day: today, who: isSignatory(who) ? who : 'claimant', inPart: false, way: null, why: 'finished' })

/** Whether an obstacle depends on the day of the step, so that another day may be accepted. */
export const isAboutTheDay = (code: ObstacleCode): boolean => DAY_CODES.includes(code)

const DAY_CODES: readonly ObstacleCode[] = [
  'no-such-day',
  'day-ahead',
  'signed-before-ready',
  'helper-not-after-claimant',
  'before-signing',
  'before-filing',
  'before-decision',
  'before-appeal',
  'before-asked',
]

export const isStep = (text: string): text is DraftEventType => Object.hasOwn(DAY_OF, text)
export const isSignatory = (text: unknown): text is Signatory => SIGNATORIES.some(who => who === text)
export const isNoticeWay = (text: unknown): text is NoticeWay => NOTICE_WAYS.some(way => way === text)
export const isClosingReason = (text: unknown): text is ClosingReason => CLOSING_REASONS.some(reason => reason === text)
