import { incomeEvidence as claimPage } from '#machines/answers/questions/income-evidence.ts'
import type { CheckQuestion } from '../check-question.ts'
import { fromClaim } from '../from-claim.ts'

/** Proof of the lost income; the person's own signed statement counts. */
export const lossProof = { id: 'loss-proof', ...fromClaim(claimPage), appliesWhen: [] } as const satisfies CheckQuestion
