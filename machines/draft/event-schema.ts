import { z } from 'zod'
import { isDay } from '#machines/calendar/day.ts'
import { NOTICE_WAYS } from '#machines/rules/lifecycle-days.ts'
import { SIGNATORIES } from '#machines/rules/signing-order.ts'
import { CLOSING_REASONS, type DraftProposal } from './events.ts'

const day = z.string().refine(isDay)

/** An event of a draft as another program sends it. It may not say what the answers said then: the server adds that. */
export const draftProposalSchema: z.ZodType<DraftProposal> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PRINTED'), day }),
  z.strictObject({ type: z.literal('ANSWER_CHANGED') }),
  z.strictObject({ type: z.literal('SENT_TO_REVIEW'), sentOn: day }),
  z.strictObject({ type: z.literal('TAKEN_FROM_REVIEW') }),
  z.strictObject({ type: z.literal('CHANGES_ASKED'), askedOn: day }),
  z.strictObject({ type: z.literal('APPROVED'), approvedOn: day }),
  z.strictObject({ type: z.literal('READY_WITHOUT_REVIEW'), readyOn: day }),
  z.strictObject({ type: z.literal('SIGNED_BY'), who: z.enum(SIGNATORIES), signedOn: day }),
  z.strictObject({ type: z.literal('SIGNING_STARTED_OVER') }),
  z.strictObject({ type: z.literal('FILED'), filedOn: day }),
  z.strictObject({ type: z.literal('RECEIVED'), receivedOn: day }),
  z.strictObject({ type: z.literal('VICTIM_ELIGIBLE'), noticeOn: day }),
  z.strictObject({ type: z.literal('INCOME_LOSS_REVIEW_BEGUN'), begunOn: day }),
  z.strictObject({ type: z.literal('INFORMATION_ASKED'), noticeOn: day }),
  z.strictObject({ type: z.literal('INFORMATION_SENT'), sentOn: day }),
  z.strictObject({ type: z.literal('ALLOWED'), noticeOn: day, inPart: z.boolean() }),
  z.strictObject({ type: z.literal('DENIED'), noticeOn: day, way: z.enum(NOTICE_WAYS).exactOptional() }),
  z.strictObject({ type: z.literal('PAID'), paidOn: day }),
  z.strictObject({ type: z.literal('APPEALED'), sentOn: day }),
  z.strictObject({ type: z.literal('HEARING_RECOMMENDATION'), noticeOn: day }),
  z.strictObject({ type: z.literal('CLOSED'), closedOn: day, why: z.enum(CLOSING_REASONS) }),
  z.strictObject({ type: z.literal('REOPENED') }),
])
