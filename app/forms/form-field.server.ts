import type * as facts from '#machines/answers/field.ts'
import type { Question } from '#machines/answers/question.ts'

interface Named {
  /** Name within the page, the group or the entry; empty for an entry that is a single text. */
  readonly name: string
  /** Name in the form, if it differs from `name`. */
  readonly control?: string
  /** Keys of the field's label and hint. Some fields have no hint. */
  readonly label: string
  readonly hint: string
}

/** A field of a question with the keys of its sentences instead of the path of its answer. */
type Placed<Of> = Omit<Of, 'path'> & Named

export interface LeafField extends Placed<facts.LeafField> {
  /** Whether a date is asked by month and year only. */
  readonly withoutDay?: boolean
  /** Key of the label of hours, if it differs from `label`. */
  readonly low?: string
}

export interface ChoiceField extends Placed<facts.ChoiceField> {
  /** Key of the label of "none". */
  readonly noneLabel: string
}

export interface GroupField extends Omit<Placed<facts.GroupField>, 'parts'> {
  /** Name of the group's parts: `address`. */
  readonly parts: string
  readonly fields: readonly FormField[]
  /** How many of the fields, from the last, are folded away, and the key of what stands on the fold. */
  readonly folded: number
  readonly fold: string
}

export interface ListField extends Omit<Placed<facts.ListField>, 'entry'> {
  readonly entry: FormField
}

/** One field of a question's form: the question's description of it, and the keys of its sentences. */
export type FormField = LeafField | Placed<facts.FixedField> | ChoiceField | GroupField | ListField

const named = (name: string, labels: string): Named => ({ name, label: `${labels}.label`, hint: `${labels}.hint` })

const groupOf = (parts: facts.Parts, at: Named, none: boolean): GroupField => ({
  ...at,
  kind: 'group',
  parts: parts.name,
  fields: parts.fields.map(part => formField(part, named(part.path, `claim:parts.${parts.name}.${part.path}`))),
  folded: parts.folded ?? 0,
  fold: `claim:parts.${parts.name}.fold`,
  none,
})

/** Makes the field of a form from the question's description of it and the keys of its sentences. */
export function formField(field: facts.Field, at: Named): FormField {
  switch (field.kind) {
    case 'group':
      return groupOf(field.parts, at, field.none)
    case 'list': {
      const { entry, none, open } = field
      const inner = { ...at, name: '' }
      return { ...at, kind: 'list', entry: entry === 'text' ? { ...inner, kind: 'text' } : groupOf(entry, inner, false), none, open }
    }
    case 'fixed':
      return { ...at, kind: field.kind, as: field.as }
    case 'oneOf':
    case 'anyOf':
      return {
        ...at,
        kind: field.kind,
        terms: `terms:${field.terms}`,
        values: field.values,
        none: field.none,
        noneLabel: `claim:none.${field.terms}`,
      }
    default:
      return { ...at, kind: field.kind }
  }
}

/** The fields of a question's form, in order. */
export function formFields(question: Question): FormField[] {
  return Object.entries(question.fields).map(([name, field]) =>
    formField(field, named(name, `claim:questions.${question.id}.fields.${name}`)),
  )
}

/** Name of a field in the form: the names of its parents and its own name, joined by dots, as in the answer. */
export const fieldId = (parent: string, { name, control = name }: Pick<Named, 'name' | 'control'>): string =>
  [parent, control].filter(Boolean).join('.')
