import type { Day } from '#machines/calendar/day.ts'
import type { CitationId } from './citations.ts'

/** One kind of proof that can go with a claim; its name stands in `locales/<lng>/terms.json`. */
export interface EvidenceRow<Id extends string = string> {
  readonly id: Id
  readonly citation: CitationId
}

/** Ids of proof that the trafficking happened, in the order in which they are offered. */
export const CRIME_EVIDENCE_IDS = [
  'police_report',
  'le_letter',
  'ht_caseworker_statement',
  'visa_document',
  'medical_records',
  'court_records',
  'affidavit',
] as const

/** Ids of proof of the lost income. */
export const INCOME_EVIDENCE_IDS = ['applicant_decl', 'caseworker_decl', 'attorney_decl', 'witness_decl', 'le_report'] as const

export type CrimeEvidenceId = (typeof CRIME_EVIDENCE_IDS)[number]
export type IncomeEvidenceId = (typeof INCOME_EVIDENCE_IDS)[number]

/** Where each proof of the crime was read. None of them is required on its own. */
export const CRIME_EVIDENCE: readonly EvidenceRow<CrimeEvidenceId>[] = [
  { id: 'police_report', citation: 'calvcb-trafficking' },
  { id: 'le_letter', citation: 'calvcb-trafficking' },
  { id: 'ht_caseworker_statement', citation: 'calvcb-trafficking' },
  { id: 'visa_document', citation: 'calvcb-trafficking' },
  { id: 'medical_records', citation: 'calvcb-trafficking' },
  { id: 'court_records', citation: 'sji-how-to-apply' },
  { id: 'affidavit', citation: 'sji-how-to-apply' },
]

/** Where each proof of the lost income was read; the statements are made under penalty of perjury. */
export const INCOME_EVIDENCE: readonly EvidenceRow<IncomeEvidenceId>[] = INCOME_EVIDENCE_IDS.map(id => ({
  id,
  citation: 'calvcb-trafficking',
}))

/**
 * Who may be a human trafficking caseworker: a person who works for an organization that serves victims and has either this practice or
 * this training.
 */
export const CASEWORKER = { from: null, to: null, practiceYears: 1, trainingHours: 40, citation: 'evid-1038' } as const satisfies {
  readonly from: Day | null
  readonly to: Day | null
  readonly practiceYears: number
  readonly trainingHours: number
  readonly citation: CitationId
}
