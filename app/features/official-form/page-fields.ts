import type { FieldBox, FormField } from '#app/official-form/form-field.ts'
import type { KeptForm } from '#app/official-form/kept-form.server.ts'
import type { MapEntry } from '#app/official-form/form-map.ts'
import { mustStayBlank } from '#app/official-form/must-stay-blank.ts'

/** One question of the page: a field, or one box to tick of it. */
export interface PageField {
  /** Name of the control in the page's form: the field's place in the form and, for a tick, the option's. */
  readonly control: string
  readonly field: FormField
  readonly entry: MapEntry
  readonly box: FieldBox
  /** For a box to tick; `null` for a field that is written in. */
  readonly option: string | null
  readonly alwaysBlank: boolean
}

/** Fields that show on a page, from top to bottom. A field of many boxes stands where its first one is. */
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

/** Options of boxes to tick; a form that names none means "yes" by a tick. */
export const optionsOf = (field: FormField): readonly string[] => (field.options.length > 0 ? field.options : ['Yes'])
