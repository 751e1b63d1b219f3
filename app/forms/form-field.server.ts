import type * as facts from '#machines/answers/field.ts'
import type { Question } from '#machines/answers/question.ts'

interface Named {
  /** Name within the page, the group or the entry; empty for an entry that is one text. */
  readonly name: string
  /** Name in the form, where it is another one. */
  readonly control?: string
  /** Keys of its label and of its hint, which not every field has. */
  readonly label: string
  readonly hint: string
}

/** A field of a question, with where its sentences stand in place of where its answer does. */
type Placed<Of> = Omit<Of, 'path'> & Named

export interface LeafField extends Placed<facts.LeafField> {
  /** A date is asked by month and year. */
  readonly withoutDay?: boolean
  /** Key of the label of hours, where it is another one. */
  readonly low?: string
}

export interface ChoiceField extends Placed<facts.ChoiceField> {
  /** Key of the label of "none". */
  readonly noneLabel: string
}

export interface GroupField extends Omit<Placed<facts.GroupField>, 'parts'> {
  /** Name of its parts: `address`. */
  readonly parts: string
  readonly fields: readonly FormField[]
}

export interface ListField extends Omit<Placed<facts.ListField>, 'entry'> {
  readonly entry: FormField
}

/** One field of a question's form: what the question says of it, and where its sentences stand. */
export type FormField = LeafField | Placed<facts.FixedField> | ChoiceField | GroupField | ListField

const named = (name: string, labels: string): Named => ({ name, label: `${labels}.label`, hint: `${labels}.hint` })

const groupOf = (parts: facts.Parts, at: Named, none: boolean): GroupField => ({
  ...at,
  kind: 'group',
  parts: parts.name,
  fields: parts.fields.map(part => formField(part, named(part.path, `claim:parts.${parts.name}.${part.path}`))),
  none,
})

/** A field of a form, by what it holds and where its sentences stand. */
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

/** Name of a field in the form: the names on the way to it with dots between, as in the answer. */
export const fieldId = (parent: string, { name, control = name }: Pick<Named, 'name' | 'control'>): string =>
  [parent, control].filter(Boolean).join('.')
