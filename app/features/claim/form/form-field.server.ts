import { claimField, fieldsOf } from '#machines/answers/claim-path.ts'
import { PARTS, type PartGroup } from '#machines/answers/parts.ts'
import type { Question } from '#machines/answers/question.ts'

/** Fields that hold one fact; `fixed` is shown and sent back, not asked. */
export type LeafKind = 'text' | 'note' | 'story' | 'date' | 'dateOrOngoing' | 'hours' | 'money' | 'yesNo' | 'fixed'

interface Named {
  /** Name within the page, the group or the entry; empty for an entry that is one text. */
  readonly name: string
  /** Where its `label` and `hint` stand. */
  readonly labels: string
}

export interface LeafField extends Named {
  readonly kind: LeafKind
}

export interface ChoiceField extends Named {
  readonly kind: 'oneOf' | 'anyOf'
  /** Group of `terms.json` that labels the values. */
  readonly terms: string
  readonly values: readonly string[]
  /** Whether "none of these" can be said. */
  readonly none: boolean
}

export interface GroupField extends Named {
  readonly kind: 'group'
  readonly fields: readonly FormField[]
  readonly none: boolean
}

export interface ListField extends Named {
  readonly kind: 'list'
  readonly entry: FormField
  readonly none: boolean
  /** Whether entries can be added and taken out. */
  readonly open: boolean
}

/** One field of a question's form, made from what the question says about itself. */
export type FormField = LeafField | ChoiceField | GroupField | ListField

/** What a name means wherever it stands; any other name is one line of text. */
const KINDS: Readonly<Record<string, LeafKind>> = {
  start: 'date',
  from: 'date',
  date: 'date',
  birthDate: 'date',
  deathDate: 'date',
  discovered: 'date',
  end: 'dateOrOngoing',
  to: 'dateOrOngoing',
  hoursPerWeek: 'hours',
  amountCents: 'money',
  paidCents: 'money',
  circumstances: 'story',
  reason: 'note',
  detail: 'note',
  testifiedDetail: 'note',
  paroleOrReleaseDetail: 'note',
}

/** Questions where "none" is said in a box of its own; elsewhere an empty list would mean nothing. */
const MAY_BE_NONE = new Set(['reports', 'periods', 'losses', 'sources', 'evidence', 'incomeEvidence', 'facts', 'pauses', 'representative'])

/** Groups of parts that stand once; all others are entries of a list. */
const SINGLE_GROUPS: readonly PartGroup[] = ['address', 'representative']

/** A page that asks one fact about entries of another page. */
const FIXED_GROUP: PartGroup = 'periodSize'

/** Choices of a schema, whatever "optional" and "list of" stand around them. */
function choicesOf(schema: unknown): { values: readonly string[]; many: boolean } {
  const { type, innerType, element, entries } = (schema as { _zod: { def: Record<string, unknown> } })._zod.def
  if (type === 'enum') return { values: Object.values(entries as Record<string, string>), many: false }
  return { ...choicesOf(innerType ?? element), ...(type === 'array' && { many: true }) }
}

function choiceField(name: string, labels: string, terms: string, schema: unknown): FormField {
  if (terms === 'yesNo') return { kind: 'yesNo', name, labels }
  const { values, many } = choicesOf(schema)
  return { kind: many ? 'anyOf' : 'oneOf', name, labels, terms, values, none: MAY_BE_NONE.has(name) }
}

function groupField(name: string, labels: string, group: PartGroup, path: string): GroupField {
  const { names, options } = PARTS[group]
  const fields = names.map((part): FormField => {
    const partLabels = `claim:parts.${group}.${part}`
    const terms = (options as Readonly<Record<string, string>>)[part]
    if (part === 'address') return groupField(part, partLabels, 'address', `${path}.address`)
    if (terms) return choiceField(part, partLabels, terms, fieldsOf(claimField(path))?.[part])
    return { kind: group === FIXED_GROUP ? 'fixed' : (KINDS[part] ?? 'text'), name: part, labels: partLabels }
  })
  return { kind: 'group', name, labels, fields, none: MAY_BE_NONE.has(name) }
}

function fieldOf(question: Question, name: string, claimPath: string): FormField {
  const labels = `claim:questions.${question.id}.fields.${name}`
  const [path = claimPath] = claimPath.split('[]')
  const group = question.parts?.[name]
  if (group && SINGLE_GROUPS.includes(group)) return groupField(name, labels, group, path)
  if (group) {
    const entry = groupField('', labels, group, path)
    return { kind: 'list', name, labels, entry, none: MAY_BE_NONE.has(name), open: group !== FIXED_GROUP }
  }
  const terms = question.options?.[name]
  if (terms) return choiceField(name, labels, terms, claimField(path))
  if (name === 'places') return { kind: 'list', name, labels, entry: { kind: 'text', name: '', labels }, none: false, open: true }
  return { kind: KINDS[name] ?? 'text', name, labels }
}

/** The fields of a question's form, in order. */
export function formFields(question: Question): FormField[] {
  return Object.entries(question.fields).map(([name, path]) => fieldOf(question, name, path))
}

/** Name of a field in the form: the names on the way to it with dots between, as in the answer. */
export const fieldId = (parent: string, { name }: Pick<FormField, 'name'>): string => [parent, name].filter(Boolean).join('.')
