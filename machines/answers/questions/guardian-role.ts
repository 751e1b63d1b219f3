import { oneOf } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { tookPart: oneOf('guardian.tookPart', 'tookPart'), authority: oneOf('guardian.authority', 'authority') }

/** By what right a parent or guardian signs (Gov. Code 13952), and whether a parent or guardian took part in the trafficking. */
export const guardianRole = {
  id: 'guardian-role',
  section: 'start',
  fields,
  schema: page(fields),
  appliesWhen: ['the filer is a parent or guardian'],
  mayLeaveOpen: true,
  readFirst: true,
  examples: [{ tookPart: 'no', authority: 'parent-with-custody' }, { tookPart: 'another' }, { authority: 'relative-caregiver' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { tookPart: 'yes' }, path: 'tookPart', error: 'errors:choice' },
    { answer: { authority: 'teacher' }, path: 'authority', error: 'errors:choice' },
  ],
} as const satisfies Question
