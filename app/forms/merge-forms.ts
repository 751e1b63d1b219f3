import { linesText } from './typed-text.ts'
import type { FormValues } from './form-values.ts'

/** What became of one form that was filled in twice at once. */
export interface MergedForm {
  readonly values: FormValues
  /** Fields that both changed, each to something else; `values` has the own ones. */
  readonly conflicts: readonly string[]
}

/** Whether a name in a form belongs to a field: its own name, a part of it (`start-year`), or an entry (`periods.0.kind`). */
const belongsTo = (field: string) => (name: string) => name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}-`)

/** The part of a form that belongs to a field; what was left blank counts as not there, and marks that nobody sees are no difference. */
function partOf(values: FormValues, field: string): FormValues {
  const belongs = belongsTo(field)
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => belongs(name))
      .map(([name, texts]) => [name, texts.map(linesText).filter(text => text !== '')] as const)
      .filter(([, texts]) => texts.length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

const same = (one: FormValues, other: FormValues) => JSON.stringify(one) === JSON.stringify(other)

/** Whether two forms say the same in every field. */
export const saySame = (fields: readonly string[], one: FormValues, other: FormValues): boolean =>
  fields.every(field => same(partOf(one, field), partOf(other, field)))

/**
 * Puts two forms together that were made from one: a field that one side changed is theirs, one that both changed alike is that, and
 * one that both changed differently is told. Nothing that either wrote is lost: what is not in `values` stands in what is saved.
 * @param base what both began from
 * @param mine what was sent now
 * @param theirs what was saved meanwhile
 * @param keepTheirs fields of which somebody chose what was saved as they saw it, in `base`; where it changed again, it is told again
 */
export function mergeForms(
  fields: readonly string[],
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
  keepTheirs: ReadonlySet<string> = new Set(),
): MergedForm {
  const values: Record<string, readonly string[]> = {}
  const conflicts: string[] = []
  for (const field of fields) {
    const [before, own, saved] = [partOf(base, field), partOf(mine, field), partOf(theirs, field)]
    const untouched = same(before, own)
    const asks = !untouched && !same(before, saved) && !same(own, saved)
    if (asks) conflicts.push(field)
    const belongs = belongsTo(field)
    const from = untouched || (keepTheirs.has(field) && !asks) ? theirs : mine
    for (const [name, texts] of Object.entries(from)) if (belongs(name)) values[name] = texts
  }
  return { values, conflicts }
}
