import { kinds as claimPage } from '#machines/answers/questions/kinds.ts'
import type { CheckQuestion } from '../check-question.ts'
import { fromClaim } from '../from-claim.ts'

/** What the person was made to do. */
export const kinds = { id: 'kinds', ...fromClaim(claimPage), appliesWhen: [] } as const satisfies CheckQuestion
