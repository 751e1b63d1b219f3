import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { pauses: 'paymentPauses' } as const

/** Circumstances that stop payment while they last and do not end the claim. */
export const paymentPauses = {
  id: 'payment-pauses',
  section: 'money',
  fields,
  schema: page(fields),
  options: { pauses: 'pause' },
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ pauses: [] }, { pauses: ['incarcerated'] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { pauses: ['arrested'] }, path: 'pauses.0', error: 'errors:choice' },
    { answer: { pauses: false }, path: 'pauses', error: 'errors:list' },
  ],
} as const satisfies Question
