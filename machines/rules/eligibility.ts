import type { Day } from '#machines/calendar/day.ts'
import { PAYMENT_PAUSES, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { AssumptionId } from '#machines/law/assumptions.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { CRIME_EVIDENCE, INCOME_EVIDENCE } from '#machines/law/evidence.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import { mayBeUnder } from './age.ts'
import { filingDeadline } from './deadline.ts'
import type { Reason } from './reason.ts'

/** Every reason that {@link eligibility} can give beside those of the deadline. */
export const ELIGIBILITY_REASONS = [
  'place-california',
  'resident-california',
  'place-missing',
  'residence-missing',
  'outside-california',
  'kind-known',
  'kind-missing',
  'kind-unsure',
  'crime-proof',
  'crime-proof-missing',
  'crime-proof-none',
  'income-proof',
  'income-proof-missing',
  'income-proof-none',
  'police-report-not-needed',
  'pause-incarcerated',
  'pause-violent-felony-supervision',
  'pause-sex-offense-registration',
  'commercial-sex-protected',
  'forced-crime-lawyer-first',
  'minor-needs-no-force',
  'minor-paid-later',
  'guardian-took-part',
  'immigration-not-asked',
] as const

export const ELIGIBILITY_OUTCOMES = ['likely', 'talk-first', 'more-needed'] as const
export type EligibilityOutcome = (typeof ELIGIBILITY_OUTCOMES)[number]

/** Whether compensation may be open, and why. The result never says that a person is not eligible, because only CalVCB decides that. */
export interface EligibilityResult {
  readonly outcome: EligibilityOutcome
  /** What supports the claim, what it still needs, and what puts it at risk: the outcome follows from these. */
  readonly reasons: readonly Reason[]
  /** What a person should know and what does not change the outcome; the effect of each is `explains`. */
  readonly notes: readonly Reason[]
  readonly assumptions: readonly AssumptionId[]
}

const reason = (
  code: (typeof ELIGIBILITY_REASONS)[number],
  effect: Reason['effect'],
  citation: CitationId,
  params?: Reason['params'],
): Reason => ({ code, effect, citation, ...(params && { params }) })

/**
 * `talk-first` when something is at risk (the crime outside California of a person who does not live
 * there, or a circumstance that pauses payment), else `likely` when nothing is still needed, else `more-needed`.
 */
export function eligibility(claim: ClaimFile, today: Day): EligibilityResult {
  const deadline = filingDeadline(claim, today)
  const all = [
    ...placeReasons(claim),
    ...kindReasons(claim, today),
    ...crimeProofReasons(claim),
    ...incomeProofReasons(claim),
    ...deadline.reasons,
    ...PAYMENT_PAUSES.filter(pause => claim.paymentPauses?.includes(pause)).map(pause =>
      reason(`pause-${pause}`, 'risk', 'calvcb-what-is-covered'),
    ),
    ...circumstanceReasons(claim, today),
  ]
  const has = (effect: Reason['effect']) => all.some(each => each.effect === effect)
  return {
    outcome: has('risk') ? 'talk-first' : has('needs') ? 'more-needed' : 'likely',
    reasons: all.filter(each => each.effect !== 'explains'),
    notes: all.filter(each => each.effect === 'explains'),
    assumptions: ['trafficking-paragraph-not-read', 'cooperation-wording-not-read', ...deadline.assumptions],
  }
}

function placeReasons({ crime }: ClaimFile): Reason[] {
  const { inCalifornia, californiaResident } = crime ?? {}
  const reasons: Reason[] = []
  if (inCalifornia) reasons.push(reason('place-california', 'supports', 'gov-13955'))
  if (californiaResident) reasons.push(reason('resident-california', 'supports', 'gov-13955'))
  if (reasons.length > 0) return reasons
  if (inCalifornia === undefined) return [reason('place-missing', 'needs', 'gov-13955')]
  if (californiaResident === undefined) return [reason('residence-missing', 'needs', 'gov-13955')]
  return [reason('outside-california', 'risk', 'gov-13955')]
}

function kindReasons({ crime, victim }: ClaimFile, today: Day): Reason[] {
  const kinds = crime?.kinds ?? []
  const known = kinds.filter(kind => kind !== 'unsure')
  if (kinds.length === 0) return [reason('kind-missing', 'needs', 'pen-236.1')]
  if (known.length === 0) return [reason('kind-unsure', 'needs', 'pen-236.1')]
  const reasons = [reason('kind-known', 'supports', 'pen-236.1')]
  if (known.includes('commercial-sex')) {
    reasons.push(reason('commercial-sex-protected', 'supports', '2-ccr-649.56'))
    if (mayBeUnder(DEADLINES.payAge.amount, victim?.birthDate, crime?.start ?? today)) {
      reasons.push(reason('minor-needs-no-force', 'explains', 'calvcb-trafficking'))
    }
  }
  // We have read a protection for forced commercial sex only; for other forced crime, a signed story can be used.
  if (known.includes('forced-crime')) reasons.push(reason('forced-crime-lawyer-first', 'explains', 'gov-13956'))
  return reasons
}

function crimeProofReasons({ evidence }: ClaimFile): Reason[] {
  const noReport = evidence?.includes('police_report') ? [] : [reason('police-report-not-needed', 'explains', 'calvcb-no-police-report')]
  if (evidence === undefined) return [reason('crime-proof-missing', 'needs', 'calvcb-trafficking'), ...noReport]
  const first = CRIME_EVIDENCE.find(row => evidence.includes(row.id))
  if (first === undefined) return [reason('crime-proof-none', 'needs', 'calvcb-trafficking'), ...noReport]
  return [reason('crime-proof', 'supports', first.citation, { count: new Set(evidence).size }), ...noReport]
}

function incomeProofReasons({ incomeEvidence }: ClaimFile): Reason[] {
  if (incomeEvidence === undefined) return [reason('income-proof-missing', 'needs', 'calvcb-trafficking')]
  const first = INCOME_EVIDENCE.find(row => incomeEvidence.includes(row.id))
  if (first === undefined) return [reason('income-proof-none', 'needs', 'calvcb-trafficking')]
  return [reason('income-proof', 'supports', first.citation, { count: new Set(incomeEvidence).size })]
}

function circumstanceReasons(claim: ClaimFile, today: Day): Reason[] {
  const reasons: Reason[] = []
  const paid = claim.filer === 'family-member' ? claim.claimant : claim.victim
  if (mayBeUnder(DEADLINES.payAge.amount, paid?.birthDate, today)) {
    reasons.push(reason('minor-paid-later', 'explains', DEADLINES.payAge.citation, { age: DEADLINES.payAge.amount }))
  }
  if (claim.guardian?.tookPart === 'self' || claim.guardian?.tookPart === 'another') {
    reasons.push(reason('guardian-took-part', 'explains', 'gov-13952-b'))
  }
  return [...reasons, reason('immigration-not-asked', 'explains', 'calvcb-immigration')]
}
