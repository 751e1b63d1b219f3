/**
 * Where a figure or a rule was read, and how far it can be trusted. The wording of the levels: `statute` and `agency` were read at the
 * source named; `secondary` was read elsewhere; `not-verified` is general knowledge that is not confirmed yet, and every page and sheet
 * that shows it must say so.
 */
export type Confidence = 'statute' | 'agency' | 'secondary' | 'not-verified'

/** One citation as shown to people: never translated, so that it can be looked up. */
export interface Citation {
  /** Short form as a lawyer would write it, for example `Gov. Code § 13953(a)`. */
  readonly text: string
  /** Address or description of the copy that was read; `null` when nothing was found. */
  readonly source: string | null
  readonly confidence: Confidence
  /** Day on which the copy was read. */
  readonly checkedOn: string
}
