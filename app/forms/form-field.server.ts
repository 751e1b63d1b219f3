import type { ChoiceField as ChoiceFact, Field, LeafKind, Parts } from '#machines/answers/field.ts'
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

export interface LeafField extends Named {
  readonly kind: LeafKind
  /** A date is asked by month and year. */
  readonly withoutDay?: boolean
  /** Key of the label of hours, where it is another one. */
  readonly low?: string
}

/** Shown and sent back, not asked. */
interface FixedField extends Named {
  readonly kind: 'fixed'
  readonly as: LeafKind
}

export interface ChoiceField extends Named, Pick<ChoiceFact, 'kind' | 'values' | 'none'> {
  /** Where the labels of the values stand: `terms:kind`. */
  readonly terms: string
  /** Key of the label of "none". */
  readonly noneLabel: string
}

export interface GroupField extends Named {
  readonly kind: 'group'
  /** Name of its parts: `address`. */
  readonly parts: string
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

/** One field of a question's form: what the question says of it, and where its sentences stand. */
export type FormField = LeafField | FixedField | ChoiceField | GroupField | ListField

const named = (name: string, labels: string): Named => ({ name, label: `${labels}.label`, hint: `${labels}.hint` })

const groupOf = (parts: Parts, at: Named, none: boolean): GroupField => ({
  ...at,
  kind: 'group',
  parts: parts.name,
  fields: parts.fields.map(part => formField(part, named(part.path, `claim:parts.${parts.name}.${part.path}`))),
  none,
})

/** A field of a form, by what it holds and where its sentences stand. */
export function formField(field: Field, at: Named): FormField {
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
