import { z } from 'zod'
import { findAnswer, valuesOf } from './answers/index.ts'
import { FORMATS, formatsOf } from './answers/write-answer.ts'
import { FormError, type FormProblem } from './form-error.ts'
import type { FormFacts, FormField } from './form-field.ts'
import { mustStayBlank } from './must-stay-blank.ts'

/** Name and version of the file format. A file with another version is refused. */
export const MAP_FORMAT = 'official-form-map'
export const MAP_FORMAT_VERSION = 1

/** Why a field stays blank. `undecided` means that no person has looked at the field yet. */
export const BLANK_REASONS = ['signature', 'signing-date', 'official-use', 'not-asked', 'read-only', 'undecided'] as const
export type BlankReason = (typeof BLANK_REASONS)[number]

/** What an entry was made from: the field's tooltip, its name, the text beside or above it, or a person's choice. */
const BASES = ['tooltip', 'name', 'label', 'person'] as const

const name = z.string('form:problem.mapShape').min(1, 'form:problem.mapShape').max(2_000, 'form:problem.mapShape')
const basis = z.strictObject({ by: z.enum(BASES), words: z.string().max(300), confidence: z.number().min(0).max(1) })
const tick = z.strictObject({ option: name, answer: name, equals: name })

const entry = z.discriminatedUnion('use', [
  z.strictObject({ field: name, use: z.literal('answer'), answer: name, format: z.enum(FORMATS).optional(), basis }),
  z.strictObject({ field: name, use: z.literal('ticks'), ticks: z.array(tick).min(1).max(200), basis }),
  z.strictObject({ field: name, use: z.literal('blank'), why: z.enum(BLANK_REASONS) }),
])

/** The shape of a map. {@link checkMap} adds the checks that need the form. */
const formMapSchema = z.strictObject({
  format: z.literal(MAP_FORMAT),
  formatVersion: z.literal(MAP_FORMAT_VERSION),
  /** Grows by one with every correction of the map. */
  version: z.int().min(1).max(100_000),
  form: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  fields: z.array(entry).max(5_000),
})

/** For every field of one blank form, the answer that fills it in or the reason why it stays blank. */
export type FormMap = z.infer<typeof formMapSchema>
export type MapEntry = FormMap['fields'][number]
export type Basis = z.infer<typeof basis>
export type Tick = z.infer<typeof tick>

/** The part of a form that its map must fit. */
export type MappedForm = Pick<FormFacts, 'sha256' | 'fields'>

/**
 * Reads a map for a form.
 * @param input parsed JSON, which need not be trusted
 * @throws FormError for another shape, another form, a field too many or too few, a signature, or an unknown answer
 */
export function parseMap(input: unknown, form: MappedForm): FormMap {
  const parsed = formMapSchema.safeParse(input)
  if (!parsed.success) throw new FormError('mapShape', [...new Set(parsed.error.issues.map(issue => issue.path.join('.')))].slice(0, 5))
  checkMap(parsed.data, form)
  return parsed.data
}

/** @throws FormError when a map does not belong to the form or one of its entries does not fit its field */
export function checkMap(map: FormMap, form: MappedForm): void {
  if (map.form.sha256 !== form.sha256) throw new FormError('otherForm')
  const fields = new Map(form.fields.map(field => [field.name, field]))
  const mapped = new Set<string>()
  const bad = new Map<FormProblem, string[]>()
  const note = (problem: FormProblem, where: string) => bad.set(problem, [...(bad.get(problem) ?? []), where])
  for (const entry of map.fields) {
    const field = fields.get(entry.field)
    if (!field || mapped.has(entry.field)) note('unknownField', entry.field)
    else for (const problem of problemsOf(entry, field)) note(problem, entry.field)
    mapped.add(entry.field)
  }
  for (const field of form.fields) if (!mapped.has(field.name)) note('missingField', field.name)
  for (const [problem, where] of bad) throw new FormError(problem, where)
}

/** The problems of one entry with its field. */
export function problemsOf(entry: MapEntry, field: FormField): FormProblem[] {
  if (entry.use === 'blank') return []
  if (mustStayBlank(field)) return ['mustStayBlank']
  if (entry.use === 'ticks') return entry.ticks.flatMap(one => tickProblems(one, field))
  const answer = findAnswer(entry.answer)
  if (!answer) return ['unknownAnswer']
  if (field.kind !== 'text' && field.kind !== 'choice') return ['wrongKind']
  return entry.format !== undefined && !formatsOf(answer.kind).includes(entry.format) ? ['wrongKind'] : []
}

function tickProblems({ option, answer, equals }: Tick, field: FormField): FormProblem[] {
  if (field.kind === 'text') return ['wrongKind']
  // When the form names no state for its boxes, the field has no options, and any option means its only box.
  if (field.options.length > 0 && !field.options.includes(option)) return ['unknownOption']
  const found = findAnswer(answer)
  if (!found) return ['unknownAnswer']
  return valuesOf(found).includes(equals) ? [] : ['unknownOption']
}

/** The next version of a map, with some entries changed. */
export function withEntries(map: FormMap, changed: readonly MapEntry[]): FormMap {
  const byField = new Map(changed.map(entry => [entry.field, entry]))
  return { ...map, version: map.version + 1, fields: map.fields.map(entry => byField.get(entry.field) ?? entry) }
}

/** A map as the text of a file. The same map always gives the same text, with one field on each line, so that people can compare maps. */
export function mapText(map: FormMap): string {
  const { fields, ...head } = map
  const lines = fields.map(entry => `    ${JSON.stringify(entry)}`)
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "fields": [\n${lines.join(',\n')}\n  ]\n}\n`
}
