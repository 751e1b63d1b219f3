import type { FieldBox, FormField } from '#app/official-form/form-field.ts'
import type { KeptForm } from '#app/official-form/kept-form.server.ts'
import type { MapEntry } from '#app/official-form/form-map.ts'
import { mustStayBlank } from '#app/official-form/must-stay-blank.ts'

/** One question of the page: a text field, or one of the boxes of a field. */
export interface PageField {
  /** Name of the control in the page's form: the field's index and, for a box to tick, the option's index. */
  readonly control: string
  readonly field: FormField
  readonly entry: MapEntry
  readonly box: FieldBox
  /** The option of a box to tick; `null` for a text field. */
  readonly option: string | null
  readonly alwaysBlank: boolean
}

/** Fields on a page, from top to bottom. A text field with many boxes counts only on the page of its first one. */
export function fieldsOnPage({ facts, map }: Pick<KeptForm, 'facts' | 'map'>, page: number): PageField[] {
  const entries = new Map(map.fields.map(entry => [entry.field, entry]))
  const found = facts.fields.flatMap((field, index): PageField[] => {
    const entry = entries.get(field.name)
    const first = field.boxes.find(box => box.page !== null)
    if (!entry || !first) return []
    const common = { field, entry, alwaysBlank: mustStayBlank(field) }
    if (field.kind !== 'checkbox' && field.kind !== 'radio') {
      return first.page === page ? [{ ...common, control: `f${index}`, box: first, option: null }] : []
    }
    return optionsOf(field).flatMap((option, place) => {
      const box = field.boxes.find(one => one.page === page && (one.option ?? option) === option)
      return box ? [{ ...common, control: `t${index}.${place}`, box, option }] : []
    })
  })
  return found.sort((a, b) => b.box.y + b.box.height - (a.box.y + a.box.height) || a.box.x - b.box.x)
}

/** Options of a field with boxes to tick. A field without named options has one, and a tick in it means "yes". */
export const optionsOf = (field: FormField): readonly string[] => (field.options.length > 0 ? field.options : ['Yes'])
