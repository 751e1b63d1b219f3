import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { helperKind, type HelperKind } from './helper-kind.ts'

/** Who signs: the claimant, or a person who by law may sign for a claimant who can't (Gov. Code § 13952(b)). */
export type Signer = 'claimant' | 'guardian'

/** Who has to sign a claim. */
export interface SigningPlan {
  /** The person whose signature a claim always needs. */
  readonly signer: Signer
  /** The kind of helper. An attorney or an advocate has to sign, too; another helper may. */
  readonly helper: HelperKind | null
}

export function signerOf(claim: Pick<ClaimFile, 'filer'>): Signer {
  return claim.filer === 'parent-or-guardian' ? 'guardian' : 'claimant'
}

/** Who has to sign, as the answers stand. */
export function signingPlan(claim: ClaimFile): SigningPlan {
  return { signer: signerOf(claim), helper: helperKind(claim) }
}
