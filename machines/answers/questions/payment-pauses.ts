import { anyOf, orNone } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { pauses: orNone(anyOf('paymentPauses', 'pause')) }

/** Circumstances that stop payment while they last and do not end the claim. */
export const paymentPauses = {
  id: 'payment-pauses',
  section: 'money',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ pauses: [] }, { pauses: ['incarcerated'] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { pauses: ['arrested'] }, path: 'pauses.0', error: 'errors:choice' },
    { answer: { pauses: false }, path: 'pauses', error: 'errors:list' },
  ],
} as const satisfies Question
