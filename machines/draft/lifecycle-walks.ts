import type { Day } from '#machines/calendar/day.ts'
import type { FilingFacts } from '#machines/rules/filing-facts.ts'
import type { HelperKind } from '#machines/rules/helper-kind.ts'
import type { DraftEvent } from './events.ts'
import { replayDraft } from './machine.ts'

/** Walks through a draft's lifecycle that together take every transition of the chart from every state that defines it. */

const day = (number: number): Day => `2026-${number < 32 ? '10' : '11'}-${String(number < 32 ? number : number - 31).padStart(2, '0')}`

/** The filing facts of answers that lack nothing, with this kind of helper. */
export const factsWith = (helper: HelperKind | null): FilingFacts => ({ blockers: [], plan: { signer: 'claimant', helper } })

const printed: DraftEvent = { type: 'PRINTED', day: day(1) }
const changed: DraftEvent = { type: 'ANSWER_CHANGED' }
const sent: DraftEvent = { type: 'SENT_TO_REVIEW', sentOn: day(1) }
const asked: DraftEvent = { type: 'CHANGES_ASKED', askedOn: day(2) }
const approved: DraftEvent = { type: 'APPROVED', approvedOn: day(2), facts: factsWith(null) }
const onMyOwn: DraftEvent = { type: 'READY_WITHOUT_REVIEW', readyOn: day(2), facts: factsWith(null) }
const signed: DraftEvent = { type: 'SIGNED_BY', who: 'claimant', signedOn: day(3) }
const again: DraftEvent = { type: 'SIGNING_STARTED_OVER' }
const filed: DraftEvent = { type: 'FILED', filedOn: day(4) }
const received: DraftEvent = { type: 'RECEIVED', receivedOn: day(5) }
const eligible: DraftEvent = { type: 'VICTIM_ELIGIBLE', noticeOn: day(6) }
const begun: DraftEvent = { type: 'INCOME_LOSS_REVIEW_BEGUN', begunOn: day(7) }
const informationAsked: DraftEvent = { type: 'INFORMATION_ASKED', noticeOn: day(8) }
const informationSent: DraftEvent = { type: 'INFORMATION_SENT', sentOn: day(9) }
const allowed: DraftEvent = { type: 'ALLOWED', noticeOn: day(10), inPart: true }
const denied: DraftEvent = { type: 'DENIED', noticeOn: day(10), way: 'mailed' }
const appealed: DraftEvent = { type: 'APPEALED', sentOn: day(11) }
const recommended: DraftEvent = { type: 'HEARING_RECOMMENDATION', noticeOn: day(12) }
const allowedAfter: DraftEvent = { type: 'ALLOWED', noticeOn: day(13), inPart: false }
const deniedAfter: DraftEvent = { type: 'DENIED', noticeOn: day(13), way: 'handed' }
const eligibleAfter: DraftEvent = { type: 'VICTIM_ELIGIBLE', noticeOn: day(13) }
const begunAfter: DraftEvent = { type: 'INCOME_LOSS_REVIEW_BEGUN', begunOn: day(14) }
const deniedAgain: DraftEvent = { type: 'DENIED', noticeOn: day(15) }
const paid: DraftEvent = { type: 'PAID', paidOn: day(14) }
const closed: DraftEvent = { type: 'CLOSED', closedOn: day(15), why: 'finished' }
const reopened: DraftEvent = { type: 'REOPENED' }

const toFiled = [onMyOwn, signed, filed]
const toDenied = [...toFiled, denied]

/** Each walk by what it is about; all start with a new draft. */
export const LIFECYCLE_WALKS = {
  'printing and changing': [changed, printed, printed, changed, printed],
  'a review with changes': [sent, asked, changed, sent, approved, signed, filed],
  'a review that is taken back': [sent, { type: 'TAKEN_FROM_REVIEW' }, sent, changed, sent, onMyOwn],
  'changes asked at the last moment': [sent, approved, asked, onMyOwn, signed, asked],
  'an answer changed before signing': [onMyOwn, again, changed],
  'an answer changed after signing': [onMyOwn, signed, changed],
  'signing started over': [onMyOwn, signed, again, signed],
  'the long way to the money': [
    ...toFiled,
    printed,
    changed,
    received,
    eligible,
    begun,
    informationAsked,
    informationSent,
    allowed,
    paid,
    paid,
    closed,
    reopened,
  ],
  'letters that never came': [...toFiled, eligible, allowed, appealed, paid, recommended, allowedAfter, paid],
  'a review that begins at once': [...toFiled, begun, denied, appealed, deniedAfter],
  'a receipt and then a review': [...toFiled, received, begun, allowed, paid, appealed],
  'an appeal that finds the victim eligible': [
    ...toDenied,
    appealed,
    eligibleAfter,
    begunAfter,
    deniedAgain,
    { type: 'APPEALED', sentOn: day(16) },
  ],
} as const satisfies Record<string, readonly DraftEvent[]>

/** The same walk as members of an organization can take it: they make a claim ready to sign by a review. */
export const staffWalk = (events: readonly DraftEvent[]): DraftEvent[] =>
  events
    .flatMap((event): DraftEvent[] =>
      event.type === 'READY_WITHOUT_REVIEW'
        ? [
            { type: 'SENT_TO_REVIEW', sentOn: event.readyOn },
            { type: 'APPROVED', approvedOn: event.readyOn, facts: event.facts },
          ]
        : [event],
    )
    // A review that was sent already is not sent again.
    .filter((event, index, walk) => event.type !== 'SENT_TO_REVIEW' || replayDraft(walk.slice(0, index)).state !== 'inReview')
