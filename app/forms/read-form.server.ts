import { LIST_LENGTH } from '#machines/answers/claim-file.ts'
import { parseNewAnswer, type ParsedAnswer } from '#machines/answers/parse-answer.ts'
import type { Answer, Question } from '#machines/answers/question.ts'
import type { Day } from '#machines/calendar/day.ts'
import { fieldId, formFields, type FormField } from './form-field.server.ts'
import { formToAnswer } from './form-to-answer.server.ts'
import { noneName, type FormProblem, type FormValues } from './form-values.ts'
import { entryCount, withoutBlankEntries } from './list-entries.server.ts'

/** A form that was refused, with its problems. */
export interface RefusedForm {
  readonly ok: false
  /** The form as it was read, without blank entries. */
  readonly values: FormValues
  readonly problems: readonly FormProblem[]
  readonly nothingSaid: boolean
}

export type ReadForm = { readonly ok: true; readonly answer: Answer } | RefusedForm

/** Reads the form of a page of the claim. */
export const readForm = (question: Question, sent: FormValues, today: Day): ReadForm =>
  readFields(formFields(question), sent, answer => parseNewAnswer(question, answer, today))

/** Reads a form: first each field alone, then the whole answer by the question's schema. */
export function readFields(fields: readonly FormField[], sent: FormValues, parse: (answer: Answer) => ParsedAnswer): ReadForm {
  const values = withoutBlankEntries(fields, sent)
  const full = fields.find(field => field.kind === 'list' && entryCount(values, fieldId('', field)) > LIST_LENGTH)
  // A list that is too long is not read any further, because the work would grow with it.
  if (full) return { ok: false, values, problems: [{ field: controlAt(fields, full.name), key: 'errors:tooMany' }], nothingSaid: false }
  const { answer, problems } = formToAnswer(fields, values)
  if (problems.length > 0) return { ok: false, values, problems, nothingSaid: false }
  const parsed = parse(answer)
  if (parsed.ok) return parsed
  const told = parsed.problems.map(({ path, key }) => ({ field: controlAt(fields, path), key }))
  // Each field gets at most one sentence.
  const first = told.filter(({ field }, index) => told.findIndex(other => other.field === field) === index)
  return { ok: false, values, problems: first, nothingSaid: Object.keys(answer).length === 0 }
}

/** Id of the control for a dotted path in the answer; an empty path means the page's first control. */
export function controlAt(fields: readonly FormField[], path: string): string {
  const [name, ...rest] = path.split('.')
  const field = fields.find(each => each.name === name) ?? fields[0]
  return field ? controlOf(field, fieldId('', field), rest) : ''
}

function controlOf(field: FormField, id: string, rest: readonly string[]): string {
  switch (field.kind) {
    case 'date':
    case 'dateOrOngoing':
      return `${id}-year`
    case 'hours':
      return rest[0] === 'high' ? `${id}-high` : `${id}-low`
    case 'rate':
      return `${id}-${rest[0] === 'per' || rest[0] === 'times' ? rest[0] : 'amount'}`
    case 'group': {
      const inner = field.fields.find(each => each.name === rest[0]) ?? field.fields.find(each => each.kind !== 'fixed')
      return inner ? controlOf(inner, fieldId(id, inner), rest.slice(1)) : noneName(id)
    }
    case 'list':
      return controlOf(field.entry, `${id}.${rest[0] ?? 0}`, rest.slice(1))
    default:
      return id
  }
}
