import type { ChoiceField as ChoiceFact, Field, LeafKind, Parts } from '#machines/answers/field.ts'
import type { Question } from '#machines/answers/question.ts'

interface Named {
  /** Name within the page, the group or the entry; empty for an entry that is one text. */
  readonly name: string
  /** Where its `label` and `hint` stand. */
  readonly labels: string
}

export interface LeafField extends Named {
  readonly kind: LeafKind
}

/** Shown and sent back, not asked. */
interface FixedField extends Named {
  readonly kind: 'fixed'
  readonly as: LeafKind
}

export interface ChoiceField extends Named, Pick<ChoiceFact, 'kind' | 'terms' | 'values' | 'none'> {}

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

const groupOf = (parts: Parts, named: Named, none: boolean): GroupField => ({
  ...named,
  kind: 'group',
  parts: parts.name,
  fields: parts.fields.map(part => formField(part, { name: part.path, labels: `claim:parts.${parts.name}.${part.path}` })),
  none,
})

function formField(field: Field, named: Named): FormField {
  switch (field.kind) {
    case 'group':
      return groupOf(field.parts, named, field.none)
    case 'list': {
      const { entry, none, open } = field
      const inner = { ...named, name: '' }
      return { ...named, kind: 'list', entry: entry === 'text' ? { ...inner, kind: 'text' } : groupOf(entry, inner, false), none, open }
    }
    case 'fixed':
      return { ...named, kind: field.kind, as: field.as }
    case 'oneOf':
    case 'anyOf':
      return { ...named, kind: field.kind, terms: field.terms, values: field.values, none: field.none }
    default:
      return { ...named, kind: field.kind }
  }
}

/** The fields of a question's form, in order. */
export function formFields(question: Question): FormField[] {
  return Object.entries(question.fields).map(([name, field]) =>
    formField(field, { name, labels: `claim:questions.${question.id}.fields.${name}` }),
  )
}

/** Name of a field in the form: the names on the way to it with dots between, as in the answer. */
export const fieldId = (parent: string, { name }: Pick<FormField, 'name'>): string => [parent, name].filter(Boolean).join('.')
