import { formField, type FormField } from '#app/forms/form-field.server.ts'
import type { CheckQuestion } from '#machines/eligibility/check-question.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'

/** Names in the form that are other ones than in the answer. */
const CONTROLS: Readonly<Record<string, string>> = { birthDate: 'born', hoursPerWeek: 'hours' }

/** The fields of a question's form; the check asks in words of its own, and for months where the claim asks for days. */
export const checkFields = ({ id, fields }: CheckQuestion<CheckQuestionId>): FormField[] =>
  Object.entries(fields).map(([name, field]) => {
    const control = CONTROLS[name] ?? name
    const isDate = field.kind === 'date' || field.kind === 'dateOrOngoing'
    const made = formField(field, { name, control, label: `check:${id}.${isDate ? control : 'title'}`, hint: `check:${id}.hint` })
    switch (made.kind) {
      case 'dateOrOngoing':
      case 'date':
        return { ...made, withoutDay: id === 'dates' }
      case 'hours':
        return { ...made, low: 'check:hours.low' }
      case 'oneOf':
      case 'anyOf':
        return { ...made, terms: id === 'place' ? 'check:place.options' : made.terms, noneLabel: `check:${id}.none` }
      default:
        return made
    }
  })
