import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { ApplicabilityRule } from '#machines/answers/rule-names.ts'
import type { Day } from '#machines/calendar/day.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { employerSizeCanChange } from '#machines/rules/employer-size.ts'
import { remembered } from './remembered.ts'

/** Decides one sentence from the answers of the pages before the one that asks. */
export type Applicability = (claim: ClaimFile, today: Day) => boolean

type Work = NonNullable<ClaimFile['work']>

// A walk asks this again for every later page, with the same work, and each answer costs two whole estimates.
const sizeCanChange = remembered<Work, boolean>(employerSizeCanChange)

/** What makes each sentence true. */
export const APPLICABILITY: Readonly<Record<ApplicabilityRule, Applicability>> = {
  'the filer is a parent or guardian': claim => claim.filer === 'parent-or-guardian',
  'the filer is a family member': claim => claim.filer === 'family-member',
  'the claim is for the victim': claim => claim.filer !== 'family-member',
  'the employer size can change the estimate': (claim, today) => sizeCanChange(claim.work ?? [], today),
  'a caseworker or a lawyer will state the lost income': claim =>
    claim.incomeEvidence?.some(kind => kind === 'caseworker_decl' || kind === 'attorney_decl') === true,
  'the home address may be written down': claim => claim.victim?.safeAtHome !== true,
  // The date of discovery itself is left out, so that the page cannot close itself by its own answer.
  'the filing time is over or ends soon without a date of discovery': ({ crime, victim }, today) =>
    ['soon', 'late-filing'].includes(filingDeadline({ crime: { ...crime, discovered: undefined }, victim }, today).status),
  'the filing deadline needs the late-filing statement': (claim, today) => filingDeadline(claim, today).lateFilingStatement,
}
