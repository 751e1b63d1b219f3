import { phone, text } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = {
  firstName: text('guardian.firstName'),
  middleName: text('guardian.middleName'),
  lastName: text('guardian.lastName'),
  phone: phone('guardian.phone'),
}

/** The person who signs for a child, or for an adult who cannot sign. */
export const guardianDetails = {
  id: 'guardian-details',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the filer is a parent or guardian'],
  mayLeaveOpen: true,
  examples: [{ firstName: 'Ana', lastName: 'Muestra', phone: '555-0103' }, { lastName: 'Muestra' }, { firstName: 'Ana', middleName: 'B.' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { lastName: '\t' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { lastName: 'M'.repeat(201) }, path: 'lastName', error: 'errors:tooLong' },
  ],
} as const satisfies Question
