import type { FieldError } from '#app/components/error-summary.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import type { EntryView, FieldView } from './field-view.ts'
import type { FormProblem } from './form-values.ts'

/** Problems as sentences: all of them in a list, and by field. */
export function toldProblems(
  t: Translate,
  problems: readonly FormProblem[],
): { readonly list: readonly FieldError[]; readonly at: (field: string) => string | undefined } {
  const list = problems.map(({ field, key, params }) => ({ fieldId: field, message: t(key, params) }))
  return { list, at: field => list.find(({ fieldId }) => fieldId === field)?.message }
}

/** A problem as a sentence, with the label of its field if the page has several fields. */
export const toldProblem = (views: readonly FieldView[], { field, key }: FormProblem, t: Translate): FieldError => ({
  fieldId: field,
  message: withLabel(views, field, t(key), t),
})

/** A sentence about a control or a field, with the label of the field if the page has several. */
export function withLabel(views: readonly FieldView[], control: string, message: string, t: Translate): string {
  const label = labelAt(views, control)
  return label === undefined ? message : t('check:question.errorOf', { field: label, message })
}

/** Label of the field that a control belongs to, if the page has several fields. */
function labelAt(views: readonly FieldView[], control: string): string | undefined {
  for (const view of views) {
    // Hours of one number are shown as one of their controls.
    if (view.kind === 'fixed' || !(liesIn(control, view.id) || view.id === `${control}-low`)) continue
    const inner =
      view.kind === 'group' && control !== view.id
        ? labelAt(view.fields, control)
        : view.kind === 'list'
          ? labelInList(view.entries, control)
          : undefined
    return inner ?? (views.length > 1 ? view.label : undefined)
  }
  return undefined
}

function labelInList(entries: readonly EntryView[], control: string): string | undefined {
  const entry = entries.find(({ id }) => liesIn(control, id))
  const label = entry && labelAt([...entry.fields, ...(entry.fold?.fields ?? [])], control)
  return label === undefined ? undefined : `${entry?.title}, ${label}`
}

/** Whether a control belongs to a field: its own control, one of a part (`start-year`), or one in an entry (`periods.0.kind`). */
const liesIn = (control: string, id: string) => control === id || control.startsWith(`${id}.`) || control.startsWith(`${id}-`)
