import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { signerOf } from '#machines/rules/signing-plan.ts'

export { signerOf } from '#machines/rules/signing-plan.ts'

/** Names of a person as the claim file holds them. */
export interface Names {
  readonly firstName?: string | undefined
  readonly middleName?: string | undefined
  readonly lastName?: string | undefined
}

/** Whether a family member asks for help for themselves, so that sections 1 and 2 of the application name different people. */
export function hasOwnClaimant(claim: ClaimFile): boolean {
  return claim.filer === 'family-member'
}

/** The key of the claim file under which the person who asks for help is kept. */
export function claimantPath(claim: ClaimFile): 'claimant' | 'victim' {
  return hasOwnClaimant(claim) ? 'claimant' : 'victim'
}

/** First, middle and last name in one line; empty when none was given. */
export function fullName(names: Names | undefined): string {
  return [names?.firstName, names?.middleName, names?.lastName].filter(name => name?.trim()).join(' ')
}

/** Name of the person who signs; empty when it was not given. */
export function signerName(claim: ClaimFile): string {
  return fullName(signerOf(claim) === 'guardian' ? claim.guardian : claim[claimantPath(claim)])
}
