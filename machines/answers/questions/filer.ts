import { oneOf } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { filer: oneOf('filer', 'filer') }

/** Who fills in the claim, and therefore for whom the claim is. All later pages depend on it, so it cannot be skipped. */
export const filer = {
  id: 'filer',
  section: 'start',
  fields,
  schema: page(fields, { required: true }),
  appliesWhen: [],
  mayLeaveOpen: false,
  examples: [
    { filer: 'victim' },
    { filer: 'parent-or-guardian' },
    { filer: 'family-member' },
    { filer: 'advocate' },
    { filer: 'attorney' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerNeeded' },
    { answer: { filer: 'friend' }, path: 'filer', error: 'errors:choice' },
    { answer: { filer: ['victim'] }, path: 'filer', error: 'errors:choice' },
    { answer: { filer: 'victim', immigrationStatus: 'none' }, path: 'immigrationStatus', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
