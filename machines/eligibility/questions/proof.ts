import { evidence as claimPage } from '#machines/answers/questions/evidence.ts'
import type { CheckQuestion } from '../check-question.ts'
import { fromClaim } from '../from-claim.ts'

/** Proof that the trafficking happened; no single kind is required. */
export const proof = { id: 'proof', ...fromClaim(claimPage), appliesWhen: [] } as const satisfies CheckQuestion
