import type { Day } from '#machines/calendar/day.ts'
import { NO_DAYS, type LifecycleDays } from '#machines/rules/lifecycle-days.ts'
import type { Signature } from '#machines/rules/signing-order.ts'
import type { SigningPlan } from '#machines/rules/signing-plan.ts'
import type { ClosingReason, DraftEvent } from './events.ts'

/** Why a draft is being prepared again. */
export const SENT_BACK_REASONS = ['changes-asked', 'changed-in-review', 'changed-before-signing', 'changed-after-signing'] as const
type SentBackReason = (typeof SENT_BACK_REASONS)[number]

/** What is known of a draft's lifecycle beside its state. */
export interface DraftContext extends LifecycleDays {
  /** Day of the last printing, kept when answers change afterwards: the paper then differs from the draft. */
  readonly printedOn: Day | null
  /** Day since which a reviewer has the draft. */
  readonly reviewSentOn: Day | null
  readonly sentBack: SentBackReason | null
  /** Day on which the papers were made ready to sign, and who has to sign them. */
  readonly readyOn: Day | null
  readonly plan: SigningPlan | null
  readonly signatures: readonly Signature[]
  /** Whether the draft now says something else than what was filed. */
  readonly changedSinceFiled: boolean
  readonly closedWhy: ClosingReason | null
}

const UNSIGNED = { reviewSentOn: null, readyOn: null, plan: null, signatures: [] } satisfies Partial<DraftContext>

export const NEW_DRAFT: DraftContext = {
  ...NO_DAYS,
  ...UNSIGNED,
  printedOn: null,
  sentBack: null,
  changedSinceFiled: false,
  closedWhy: null,
}

/** What an event that the chart accepted adds to the context. */
export function noted(context: DraftContext, event: DraftEvent): Partial<DraftContext> {
  switch (event.type) {
    case 'PRINTED':
      return { printedOn: event.day }
    case 'ANSWER_CHANGED':
      return changed(context)
    case 'SENT_TO_REVIEW':
      return { reviewSentOn: event.sentOn, sentBack: null }
    case 'TAKEN_FROM_REVIEW':
      return { reviewSentOn: null }
    case 'CHANGES_ASKED':
      return { ...UNSIGNED, sentBack: 'changes-asked' }
    case 'APPROVED':
      return { ...UNSIGNED, sentBack: null, readyOn: event.approvedOn, plan: event.facts.plan }
    case 'READY_WITHOUT_REVIEW':
      return { ...UNSIGNED, sentBack: null, readyOn: event.readyOn, plan: event.facts.plan }
    case 'SIGNED_BY':
      return { signatures: [...context.signatures, { who: event.who, signedOn: event.signedOn }] }
    case 'SIGNING_STARTED_OVER':
      return { signatures: [] }
    case 'CLOSED':
      return { closedOn: event.closedOn, closedWhy: event.why }
    case 'REOPENED':
      return { closedOn: null, closedWhy: null }
    default:
      return notedOfBoard(context, event)
  }
}

/** A changed answer ends a review and every signature, because they were given for other words. What was filed stays filed. */
function changed({ filedOn, signatures, plan, reviewSentOn, sentBack }: DraftContext): Partial<DraftContext> {
  if (filedOn !== null) return { changedSinceFiled: true }
  if (signatures.length > 0) return { ...UNSIGNED, sentBack: 'changed-after-signing' }
  if (plan !== null) return { ...UNSIGNED, sentBack: 'changed-before-signing' }
  return reviewSentOn === null ? { sentBack } : { ...UNSIGNED, sentBack: 'changed-in-review' }
}

type BoardEvent = Extract<
  DraftEvent,
  {
    type:
      | 'FILED'
      | 'RECEIVED'
      | 'VICTIM_ELIGIBLE'
      | 'INCOME_LOSS_REVIEW_BEGUN'
      | 'INFORMATION_ASKED'
      | 'INFORMATION_SENT'
      | 'ALLOWED'
      | 'DENIED'
      | 'PAID'
      | 'APPEALED'
      | 'HEARING_RECOMMENDATION'
  }
>

function notedOfBoard({ appealedOn }: DraftContext, event: BoardEvent): Partial<DraftContext> {
  switch (event.type) {
    case 'FILED':
      return { filedOn: event.filedOn }
    case 'RECEIVED':
      return { receivedOn: event.receivedOn }
    case 'VICTIM_ELIGIBLE':
      // After an appeal this takes the claim back to the stage at which it was denied, so that a later notice can be appealed anew.
      return { eligibleOn: event.noticeOn, decision: null, appealedOn: null, recommendationOn: null }
    case 'INCOME_LOSS_REVIEW_BEGUN':
      return { incomeLossReviewOn: event.begunOn }
    case 'INFORMATION_ASKED':
      return { informationAskedOn: event.noticeOn }
    case 'INFORMATION_SENT':
      return { informationAskedOn: null }
    case 'ALLOWED':
      return decided({
        kind: event.inPart ? 'allowed-in-part' : 'allowed',
        noticeOn: event.noticeOn,
        way: null,
        afterAppeal: appealedOn !== null,
      })
    case 'DENIED':
      return decided({ kind: 'denied', noticeOn: event.noticeOn, way: event.way ?? null, afterAppeal: appealedOn !== null })
    case 'PAID':
      return { paidOn: event.paidOn }
    case 'APPEALED':
      return { appealedOn: event.sentOn }
    case 'HEARING_RECOMMENDATION':
      return { recommendationOn: event.noticeOn }
  }
}

const decided = (decision: NonNullable<DraftContext['decision']>): Partial<DraftContext> => ({
  decision,
  informationAskedOn: null,
  recommendationOn: null,
})
