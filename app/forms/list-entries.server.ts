import { linesText } from './typed-text.ts'
import { fieldId, type FormField, type ListField } from './form-field.server.ts'
import { noneName, type FormValues } from './form-values.ts'

/** Number of the entry that a name belongs to: `work.2.from-year` belongs to entry 2. */
function entryOf(id: string, name: string): number | undefined {
  if (!name.startsWith(`${id}.`)) return undefined
  const index = /^\d+/.exec(name.slice(id.length + 1))?.[0]
  return index === undefined ? undefined : Number(index)
}

/** Numbers of the entries that a form holds, including blank ones, in order. */
function entriesOf(values: FormValues, id: string): number[] {
  const found = new Set(Object.keys(values).map(name => entryOf(id, name)))
  return [...found].filter(index => index !== undefined).sort((one, other) => one - other)
}

/** Number of entries that a form holds, including blank ones. */
export const entryCount = (values: FormValues, id: string): number => entriesOf(values, id).length

/** The form with only some entries of a list, which get new numbers. */
function keepEntries(values: FormValues, id: string, keep: readonly number[]): FormValues {
  const places = new Map(keep.map((index, place) => [index, place]))
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, texts]) => {
      const index = entryOf(id, name)
      if (index === undefined) return [[name, texts] as const]
      const place = places.get(index)
      return place === undefined ? [] : [[`${id}.${place}${name.slice(id.length + 1 + String(index).length)}`, texts] as const]
    }),
  )
}

/** Numbers of the entries that are not blank. */
const writtenEntries = (values: FormValues, id: string) =>
  new Set(Object.entries(values).flatMap(([name, texts]) => (texts.some(text => linesText(text) !== '') ? [entryOf(id, name)] : [])))

/** The form without blank entries, so that an entry has the same number in the answer and in the form. */
export function withoutBlankEntries(fields: readonly FormField[], values: FormValues): FormValues {
  return fields.reduce((kept, field) => {
    if (field.kind !== 'list') return kept
    const id = fieldId('', field)
    const written = writtenEntries(kept, id)
    return keepEntries(
      kept,
      id,
      entriesOf(kept, id).filter(entry => written.has(entry)),
    )
  }, values)
}

/** A change of a list that its buttons ask for. */
export type ListChange = { readonly list: ListField; readonly add: true } | { readonly list: ListField; readonly remove: number }

/** Reads the button of a form: `add:places`, `remove:places.1`; undefined for any other. */
export function readListChange(fields: readonly FormField[], intent: string): ListChange | undefined {
  const [, what, name, index] = /^(add|remove):([A-Za-z]+)(?:\.(\d+))?$/.exec(intent) ?? []
  const list = fields.find(field => field.kind === 'list' && field.open && field.name === name) as ListField | undefined
  if (!list) return undefined
  return what === 'add' ? { list, add: true } : { list, remove: Number(index) }
}

/** The form with one more blank entry at the end of a list, or without one entry. Nothing else changes. */
export function changeList(fields: readonly FormField[], values: FormValues, change: ListChange): FormValues {
  const id = fieldId('', change.list)
  if ('remove' in change)
    return keepEntries(
      values,
      id,
      entriesOf(values, id).filter(entry => entry !== change.remove),
    )
  const full = withoutBlankEntries(fields, values)
  const rest = Object.entries(full).filter(([name]) => name !== noneName(id))
  return { ...Object.fromEntries(rest), [`${id}.${entryCount(full, id)}`]: [''] }
}
