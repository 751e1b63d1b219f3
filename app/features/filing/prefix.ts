import type { FieldView } from '#app/forms/field-view.ts'
import type { FormValues } from '#app/forms/form-values.ts'

/** Stands between a question and a field in names, because several questions share one form. */
const BETWEEN = '__'

export const prefixed = (page: string, name: string): string => `${page}${BETWEEN}${name}`

/** The fields of one question, under the names that the question itself uses. */
export function ownValues(values: FormValues, page: string): FormValues {
  const start = prefixed(page, '')
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, texts]) => (name.startsWith(start) ? [[name.slice(start.length), texts] as const] : [])),
  )
}

/** The intent of a button and the question that it belongs to; `null` if it belongs to none. */
export function ownIntent(intent: string): { readonly page: string; readonly intent: string } | null {
  const [page, own] = intent.split(BETWEEN)
  return page !== undefined && own !== undefined ? { page, intent: own } : null
}

/** The field under names with the question before them. */
export function prefixedView(page: string, view: FieldView): FieldView {
  const id = prefixed(page, view.id)
  const box = <B extends { readonly id: string } | undefined>(of: B): B => of && { ...of, id: prefixed(page, of.id) }
  const button = <B extends { readonly intent: string } | undefined>(of: B): B => of && { ...of, intent: prefixed(page, of.intent) }
  switch (view.kind) {
    case 'text':
      return { ...view, id, keep: box(view.keep) }
    case 'date':
      return { ...view, id, ongoing: box(view.ongoing) }
    case 'group':
      return { ...view, id, none: box(view.none), fields: view.fields.map(field => prefixedView(page, field)) }
    case 'list':
      return {
        ...view,
        id,
        none: box(view.none),
        add: button(view.add),
        entries: view.entries.map(entry => ({
          ...entry,
          id: prefixed(page, entry.id),
          remove: button(entry.remove),
          fields: entry.fields.map(field => prefixedView(page, field)),
          fold: entry.fold && { ...entry.fold, fields: entry.fold.fields.map(field => prefixedView(page, field)) },
        })),
      }
    default:
      return { ...view, id }
  }
}
