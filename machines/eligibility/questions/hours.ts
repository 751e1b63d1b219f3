import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { hours as hoursField } from '#machines/answers/field.ts'
import { page } from '#machines/answers/page.ts'
import type { CheckQuestion } from '../check-question.ts'

const fields = { hoursPerWeek: hoursField('work[].hoursPerWeek') }

/**
 * Weekly hours, for the estimate. The check asks for no periods of work: it counts the whole time between the
 * dates of the crime, and the result says so.
 */
export const hours = {
  id: 'hours',
  fields,
  schema: page(fields),
  write(claim, answer) {
    const { start, end } = claim.crime ?? {}
    const hoursPerWeek = answer.hoursPerWeek as WorkPeriod['hoursPerWeek']
    return { ...claim, work: [{ ...(start && { from: start }), ...(end && { to: end }), hoursPerWeek }] }
  },
  appliesWhen: [],
  examples: [{ hoursPerWeek: 60 }, { hoursPerWeek: 37.5 }, { hoursPerWeek: { low: 30, high: 70 } }, { hoursPerWeek: 0 }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { hoursPerWeek: 169 }, path: 'hoursPerWeek', error: 'errors:hours' },
    { answer: { hoursPerWeek: '40' }, path: 'hoursPerWeek', error: 'errors:hours' },
    { answer: { hoursPerWeek: 40.125 }, path: 'hoursPerWeek', error: 'errors:hoursDecimals' },
    { answer: { hoursPerWeek: { low: 60, high: 40 } }, path: 'hoursPerWeek.low', error: 'errors:hoursLowAboveHigh' },
  ],
} as const satisfies CheckQuestion
