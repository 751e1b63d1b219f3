import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'

/** What an attached paper is: one of the kinds of proof that the claim asks about, or something else. */
export type ExhibitKind = (typeof CRIME_EVIDENCE_IDS)[number] | (typeof INCOME_EVIDENCE_IDS)[number] | 'other'

/** All kinds, in the order in which they are offered. */
export const EXHIBIT_KINDS: readonly ExhibitKind[] = [...CRIME_EVIDENCE_IDS, ...INCOME_EVIDENCE_IDS, 'other']

/** What the sheets say of an attached paper. Its letter is its place in the list: A, B, C. */
export interface Exhibit {
  readonly id: string
  readonly kind: ExhibitKind
  /** Words of the person who attached it; may be empty. */
  readonly title: string
  readonly pages: number
}

/** An attached paper with its bytes: already checked, and cleaned of what is not seen. */
export interface ExhibitFile extends Exhibit {
  readonly format: 'pdf' | 'jpeg' | 'png'
  readonly bytes: Uint8Array
}
