import { findAnswer } from '#app/official-form/answers/index.ts'
import { FORMATS, formatsOf } from '#app/official-form/answers/write-answer.ts'
import { BLANK_REASONS, checkMap, problemsOf, withEntries, type MapEntry, type Tick } from '#app/official-form/form-map.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { readFormData } from '#app/security/forms/read-form-data.server.ts'
import { FORM_PATHS, type EditingVisit } from './editing.server.ts'
import { fieldsOnPage, optionsOf, type PageField } from './page-fields.ts'

const BY_PERSON = { by: 'person', words: '', confidence: 1 } as const

/** Saves the corrections of one page as the next version of the map. */
export async function correctMap({ editing, kept }: EditingVisit, page: number, request: Request): Promise<Response> {
  const form = await readFormData(request, STAFF_FORM)
  const back = (done: string) => seeOther(`${FORM_PATHS.page(page)}?done=${done}`)
  if (form.get('version') !== String(kept.map.version)) return back('conflict')
  const changed = changedEntries(fieldsOnPage(kept, page), form)
  if (changed.length === 0) return back('nothing')
  const next = withEntries(kept.map, changed)
  checkMap(next, kept.facts)
  return back(editing.save(next) ? 'saved' : 'conflict')
}

/** Entries of the form that differ from those of the map. Throws 400 for a choice that the page does not offer. */
export function changedEntries(fields: readonly PageField[], form: FormData): MapEntry[] {
  const byField = new Map<string, PageField[]>()
  for (const field of fields) byField.set(field.field.name, [...(byField.get(field.field.name) ?? []), field])
  return [...byField.values()].flatMap(controls => {
    const [first] = controls
    if (!first || first.alwaysBlank) return []
    const entry = first.option === null ? writtenEntry(first, form) : tickedEntry(controls, form)
    if (entry === null || sameChoice(entry, first.entry)) return []
    if (problemsOf(entry, first.field).length > 0) throw new Response(null, { status: 400 })
    return [entry]
  })
}

function writtenEntry({ control, field }: PageField, form: FormData): MapEntry | null {
  const value = textOf(form, control)
  if (value === null) return null
  const blank = blankEntry(field.name, value)
  if (blank) return blank
  const answer = findAnswer(value)
  if (!answer) throw new Response(null, { status: 400 })
  const wanted = FORMATS.find(format => format === textOf(form, `w${control}`))
  // A format that does not fit the kind of answer is left over from the answer before.
  const format = wanted && formatsOf(answer.kind).includes(wanted) ? wanted : undefined
  return { field: field.name, use: 'answer', answer: value, ...(format && { format }), basis: BY_PERSON }
}

/** The entry of a field with boxes to tick. Boxes of the field on other pages keep their answers. */
function tickedEntry(controls: readonly PageField[], form: FormData): MapEntry | null {
  const [first] = controls
  if (!first || controls.every(({ control }) => form.get(control) === null)) return null
  const { field, entry } = first
  const asked = new Map(controls.map(one => [one.option, textOf(form, one.control)]))
  const ticks = optionsOf(field).flatMap((option): Tick[] => {
    const value = asked.get(option)
    if (value === undefined || value === null) return entry.use === 'ticks' ? entry.ticks.filter(tick => tick.option === option) : []
    const at = value.indexOf('=')
    return at < 0 ? [] : [{ option, answer: value.slice(0, at), equals: value.slice(at + 1) }]
  })
  if (ticks.length > 0) return { field: field.name, use: 'ticks', ticks, basis: BY_PERSON }
  return [...asked.values()].map(value => (value === null ? null : blankEntry(field.name, value))).find(one => one !== null) ?? null
}

function blankEntry(field: string, value: string): MapEntry | null {
  const why = BLANK_REASONS.find(reason => value === `blank:${reason}`)
  return why ? { field, use: 'blank', why } : null
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}

/** Whether two entries fill a field in alike. It does not matter whether a person or the program chose them. */
function sameChoice(a: MapEntry, b: MapEntry): boolean {
  const plain = (entry: MapEntry) =>
    JSON.stringify(
      entry.use === 'blank' ? entry : { ...entry, basis: null, ...(entry.use === 'answer' && { format: entry.format ?? null }) },
    )
  return plain(a) === plain(b)
}
