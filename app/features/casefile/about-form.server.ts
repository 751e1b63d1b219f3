import type { CaseAbout } from '#app/data/drafts/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { readSent } from '#app/forms/press.server.ts'
import { words } from '#app/forms/sent-fields.ts'
import type { SentForm } from '#app/forms/sent-form.server.ts'

/** Longest label, and longest list of the other side's names, in characters. */
const LONGEST = { label: 60, otherSide: 1_000 } as const

/** The fields of the organization's own words for a case, as they were typed. */
export interface TypedAbout {
  readonly label: string
  /** One name in each line. */
  readonly otherSide: string
}

/** Reads the organization's own words for a case. */
export function readAbout(form: SentForm): {
  readonly typed: TypedAbout
  readonly about: CaseAbout
  readonly problems: readonly FormProblem[]
} {
  const long = (most: number) => words(most, 'casefile:errors.long', { orNone: true })
  const { values: typed, problems } = readSent(form, { label: long(LONGEST.label), otherSide: long(LONGEST.otherSide) })
  const names = typed.otherSide.split('\n').map(name => name.trim())
  return { typed, about: { label: typed.label, otherSide: names.filter(name => name !== '') }, problems }
}
