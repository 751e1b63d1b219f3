import { linesText } from './typed-text.ts'
import type { FormValues } from './form-values.ts'

/** One form, put together from two that were filled in at the same time. */
export interface MergedForm {
  readonly values: FormValues
  /** Fields that both changed to different values; `values` holds the values of `mine` for them. */
  readonly conflicts: readonly string[]
}

/** Whether a name in a form belongs to a field: the field's own name, a part (`start-year`), or an entry (`periods.0.kind`). */
const belongsTo = (field: string) => (name: string) => name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}-`)

/** The part of a form that belongs to a field. Blank texts are left out, and invisible marks make no difference. */
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

/** Whether two forms have the same values in every field. */
export const saySame = (fields: readonly string[], one: FormValues, other: FormValues): boolean =>
  fields.every(field => same(partOf(one, field), partOf(other, field)))

/**
 * Puts two forms together that were made from the same base. A field that one side changed takes that side's value, a field that both
 * changed alike takes that value, and a field that both changed differently is a conflict. Nothing is lost: a value that is not in
 * `values` is in what is saved.
 * @param base fields that both began from
 * @param mine fields that were sent now
 * @param theirs fields that were saved in the meantime
 * @param keepTheirs fields for which the person chose the saved value that they saw, in `base`; if it changed again, it is a conflict again
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
