import { readDate, readDateOrOngoing } from './typed-date.ts'
import { readHours } from './typed-hours.ts'
import { readMoney } from './typed-money.ts'
import { readPhone } from './typed-phone.ts'
import { readRate } from './typed-rate.ts'
import { codeText, lineText, linesText } from './typed-text.ts'
import type { Answer } from '#machines/answers/question.ts'
import { fieldId, type ChoiceField, type FormField, type GroupField, type ListField } from './form-field.server.ts'
import { isOn, NONE, noneName, textOf, withoutStaleNone, type FormProblem, type FormValues, type Refuse } from './form-values.ts'
import { entryCount } from './list-entries.server.ts'

const YES_NO = new Map([
  ['yes', true],
  ['no', false],
])

/** Reads the answer from the fields of a form, and refuses fields that cannot be read. A blank field is missing, never 0 or "none". */
export function formToAnswer(
  fields: readonly FormField[],
  values: FormValues,
): { readonly answer: Answer; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = []
  const refuse: Refuse = (field, key) => problems.push({ field, key })
  return { answer: readFields(fields, '', values, refuse), problems }
}

/** Reads the fields of a page, of a group or of an entry, whose names begin with `parent`. */
export function readFields(fields: readonly FormField[], parent: string, values: FormValues, refuse: Refuse): Answer {
  const read = fields.map(field => [field.name, readField(field, fieldId(parent, field), values, refuse)] as const)
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

function readField(field: FormField, id: string, values: FormValues, refuse: Refuse): unknown {
  switch (field.kind) {
    case 'date':
      return readDate(values, id, refuse)
    case 'dateOrOngoing':
      return readDateOrOngoing(values, id, refuse)
    case 'hours':
      return readHours(values, id, refuse)
    case 'money':
      return readAmount(id, values, refuse)
    case 'rate':
      return readRate(values, id, refuse)
    case 'yesNo':
      return readYesNo(id, values, refuse)
    case 'anyOf':
      return readAnyOf(field, id, values)
    case 'group':
      return readGroup(field, id, values, refuse)
    case 'list':
      return readList(field, id, values, refuse)
    case 'text':
    case 'short':
      return lineText(textOf(values, id)) || undefined
    case 'phone':
      return readPhone(values, id, refuse)
    case 'code':
    case 'zip':
    case 'email':
      return codeText(textOf(values, id)) || undefined
    case 'note':
    case 'story':
      return linesText(textOf(values, id)) || undefined
    case 'oneOf':
    case 'fixed':
      return textOf(values, id) || undefined
  }
}

function readAmount(id: string, values: FormValues, refuse: Refuse): number | undefined {
  const text = textOf(values, id)
  if (text === '') return undefined
  const read = readMoney(text)
  if ('cents' in read) return read.cents
  refuse(id, read.refused)
  return undefined
}

function readYesNo(id: string, values: FormValues, refuse: Refuse): boolean | undefined {
  const text = textOf(values, id)
  if (text !== '' && !YES_NO.has(text)) refuse(id, 'errors:yesNo')
  return YES_NO.get(text)
}

function readAnyOf({ none }: ChoiceField, id: string, values: FormValues): readonly string[] | undefined {
  const chosen = [...new Set(none ? withoutStaleNone(values[id]) : values[id])]
  if (chosen.length === 0) return undefined
  return none && chosen[0] === NONE ? [] : chosen
}

function readGroup(group: GroupField, id: string, values: FormValues, refuse: Refuse): Answer | null | undefined {
  const answer = readFields(group.fields, id, values, refuse)
  const empty = Object.keys(answer).length === 0
  if (group.none && isOn(values, noneName(id))) {
    if (!empty) refuse(noneName(id), 'check:errors.noneAndMore')
    return null
  }
  return empty ? undefined : answer
}

function readList({ entry, none, open }: ListField, id: string, values: FormValues, refuse: Refuse): readonly unknown[] | undefined {
  const entries = Array.from({ length: entryCount(values, id) }, (_, index) => readField(entry, `${id}.${index}`, values, refuse))
  if (none && isOn(values, noneName(id))) {
    if (entries.length > 0) refuse(noneName(id), 'check:errors.noneAndMore')
    return []
  }
  // Entries that the page itself has filled in are not an answer yet.
  const said = open ? entries.length > 0 : entries.some(each => asks(entry, each as Answer | undefined))
  return said ? entries : undefined
}

/** Whether the person has answered any field of an entry. */
const asks = (entry: FormField, answer: Answer = {}) =>
  entry.kind === 'group' && entry.fields.some(({ kind, name }) => kind !== 'fixed' && answer[name] !== undefined)
