import type { Day } from '#machines/calendar/day.ts'

/** How a notice of the Board came: the days for a court count from its delivery or its mailing. */
export const NOTICE_WAYS = ['handed', 'mailed'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

/** What the Board decided, as the latest notice says. */
export interface Decision {
  readonly kind: 'allowed' | 'allowed-in-part' | 'denied'
  readonly noticeOn: Day
  /** `null` where it is not known. */
  readonly way: NoticeWay | null
  readonly afterAppeal: boolean
}

/** Days in the lifecycle of a claim on which other days depend; `null` where the event has not happened, or its day is not known. */
export interface LifecycleDays {
  readonly filedOn: Day | null
  /** Day of the receipt notice. */
  readonly receivedOn: Day | null
  /** Day of the notice that the victim is eligible. */
  readonly eligibleOn: Day | null
  /** Day from which an analyst had the income loss. */
  readonly incomeLossReviewOn: Day | null
  /** Day of a notice that asks for missing information; `null` again once the information was sent. */
  readonly informationAskedOn: Day | null
  readonly decision: Decision | null
  readonly appealedOn: Day | null
  /** Day of a hearing officer's recommendation; `null` again once the appeal is decided. */
  readonly recommendationOn: Day | null
  /** Day of the latest payment. */
  readonly paidOn: Day | null
  readonly closedOn: Day | null
}

/** The days of a claim to which nothing has happened yet. */
export const NO_DAYS: LifecycleDays = {
  filedOn: null,
  receivedOn: null,
  eligibleOn: null,
  incomeLossReviewOn: null,
  informationAskedOn: null,
  decision: null,
  appealedOn: null,
  recommendationOn: null,
  paidOn: null,
  closedOn: null,
}

/** Whether the latest notice denied something, all or a part. */
export const turnsDown = (decision: Decision | null): decision is Decision => decision !== null && decision.kind !== 'allowed'
