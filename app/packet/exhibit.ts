import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'

/** The kind of an attached paper: one of the kinds of proof that the claim asks about, or `other`. */
export type ExhibitKind = (typeof CRIME_EVIDENCE_IDS)[number] | (typeof INCOME_EVIDENCE_IDS)[number] | 'other'

/** All kinds, in the order in which they are offered. */
export const EXHIBIT_KINDS: readonly ExhibitKind[] = [...CRIME_EVIDENCE_IDS, ...INCOME_EVIDENCE_IDS, 'other']

/** What the sheets say of an attached paper. Its letter is its place in the list: A, B, C. */
export interface Exhibit {
  readonly id: string
  readonly kind: ExhibitKind
  /** Title that the person who attached the paper typed; may be empty. */
  readonly title: string
  readonly pages: number
}

/** An attached paper with its bytes, already checked and cleaned of hidden content. */
export interface ExhibitFile extends Exhibit {
  readonly format: 'pdf' | 'jpeg' | 'png'
  readonly bytes: Uint8Array
}
