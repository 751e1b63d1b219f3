import { fillDate } from './typed-date.ts'
import { fillHours, type Hours } from './typed-hours.ts'
import { moneyText } from './typed-money.ts'
import { fillPhone } from './typed-phone.ts'
import { fillRate, type Rate } from './typed-rate.ts'
import type { Answer } from '#machines/answers/question.ts'
import { fieldId, type FormField } from './form-field.server.ts'
import { NONE, noneName, ON, type FormValues } from './form-values.ts'

/** The fields of a form filled in with an answer: the inverse of `formToAnswer`. */
export function answerToForm(fields: readonly FormField[], answer: Answer, parent = ''): FormValues {
  return Object.assign({}, ...fields.map(field => fillField(field, fieldId(parent, field), answer[field.name]))) as FormValues
}

function fillField(field: FormField, id: string, value: unknown): FormValues {
  if (value === undefined) return {}
  switch (field.kind) {
    case 'date':
    case 'dateOrOngoing':
      return fillDate(id, value as string)
    case 'hours':
      return fillHours(id, value as Hours)
    case 'money':
      return { [id]: [moneyText(value as number)] }
    case 'phone':
      return fillPhone(id, value as string)
    case 'rate':
      return fillRate(id, value as Rate)
    case 'yesNo':
      return { [id]: [value === true ? 'yes' : 'no'] }
    case 'anyOf':
      return { [id]: (value as readonly string[]).length === 0 ? [NONE] : (value as readonly string[]) }
    case 'group':
      return value === null ? { [noneName(id)]: [ON] } : answerToForm(field.fields, value as Answer, id)
    case 'list': {
      const entries = value as readonly unknown[]
      if (entries.length === 0) return { [noneName(id)]: [ON] }
      return Object.assign({}, ...entries.map((entry, index) => fillField(field.entry, `${id}.${index}`, entry))) as FormValues
    }
    default:
      return { [id]: [value as string] }
  }
}
