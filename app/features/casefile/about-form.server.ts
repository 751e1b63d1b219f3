import type { CaseAbout } from '#app/data/drafts/index.server.ts'
import type { FieldFault } from '#app/features/casework/field-fault.ts'
import { textOf } from '#app/features/casework/form-texts.server.ts'

/** Longest label, and longest list of names of the other side, in characters. */
const LONGEST = { label: 60, otherSide: 1_000 } as const

/** The fields of the organization's own words for a case, as they were typed. */
export interface TypedAbout {
  readonly label: string
  /** One name in each line. */
  readonly otherSide: string
}

/** Reads the organization's own words for a case. */
export function readAbout(form: FormData): {
  readonly typed: TypedAbout
  readonly about: CaseAbout
  readonly faults: readonly FieldFault[]
} {
  const typed = { label: textOf(form, 'label'), otherSide: textOf(form, 'otherSide') }
  const otherSide = typed.otherSide
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '')
  const faults = (['label', 'otherSide'] as const).flatMap(field =>
    typed[field].length > LONGEST[field] ? [{ field, key: 'casefile:errors.long', params: { most: LONGEST[field] } }] : [],
  )
  return { typed, about: { label: typed.label, otherSide }, faults }
}
