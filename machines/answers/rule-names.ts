/** Sentences that decide whether a page is asked; `machines/claim/applicability.ts` says what makes each true. */
export const APPLICABILITY_RULES = [
  'the filer is a parent or guardian',
  'the filer is a family member',
  'the claim is for the victim',
  'the employer size can change the estimate',
  'a caseworker or a lawyer will state the lost income',
  'the home address may be written down',
  'the filing time is over or ends soon without a date of discovery',
  'the filing deadline needs the late-filing statement',
] as const

export type ApplicabilityRule = (typeof APPLICABILITY_RULES)[number]
