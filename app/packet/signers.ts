import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { signerOf } from '#machines/rules/signing-plan.ts'

export { signerOf } from '#machines/rules/signing-plan.ts'

/** Names of a person as the claim file holds them. */
export interface Names {
  readonly firstName?: string | undefined
  readonly middleName?: string | undefined
  readonly lastName?: string | undefined
}

/** Whether somebody other than the victim asks for help for themselves (forms: sections 1 and 2 differ). */
export function hasOwnClaimant(claim: ClaimFile): boolean {
  return claim.filer === 'family-member'
}

/** Where the claim file keeps the person who asks for help. */
export function claimantPath(claim: ClaimFile): 'claimant' | 'victim' {
  return hasOwnClaimant(claim) ? 'claimant' : 'victim'
}

/** First, middle and last name in one line; empty where none was given. */
export function fullName(names: Names | undefined): string {
  return [names?.firstName, names?.middleName, names?.lastName].filter(name => name?.trim()).join(' ')
}

/** Name of the person who signs; empty where it was not given. */
export function signerName(claim: ClaimFile): string {
  return fullName(signerOf(claim) === 'guardian' ? claim.guardian : claim[claimantPath(claim)])
}
