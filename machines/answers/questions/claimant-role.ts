import { oneOf, text } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { capacity: oneOf('claimant.capacity', 'capacity'), relationship: text('claimant.relationship') }

/** What the claimant is to the crime, 2 CCR 649.7(a)(2), and to the victim. */
export const claimantRole = {
  id: 'claimant-role',
  section: 'start',
  fields,
  schema: page(fields),
  appliesWhen: ['the filer is a family member'],
  mayLeaveOpen: true,
  examples: [{ capacity: 'derivative-victim', relationship: 'Sister' }, { capacity: 'paid-costs' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { relationship: '   ' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { capacity: 'friend' }, path: 'capacity', error: 'errors:choice' },
    { answer: { relationship: 'x'.repeat(201) }, path: 'relationship', error: 'errors:tooLong' },
  ],
} as const satisfies Question
