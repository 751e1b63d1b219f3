import { paymentPauses as claimPage } from '#machines/answers/questions/payment-pauses.ts'
import type { CheckQuestion } from '../check-question.ts'
import { fromClaim } from '../from-claim.ts'

/** Circumstances that stop payment while they last and end no claim. The question is painful, so it comes last. */
export const pauses = { id: 'pauses', ...fromClaim(claimPage), appliesWhen: [] } as const satisfies CheckQuestion
