import { yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { calculationSheet: yesNo('calculationSheet') }

/** Whether the calculation sheet is mailed; the page also holds the guide to signing. We never sign for anyone. */
export const signing = {
  id: 'signing',
  section: 'help',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  readFirst: true,
  points: ['true', 'order', 'mail'],
  examples: [{ calculationSheet: true }, { calculationSheet: false }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { calculationSheet: 'yes' }, path: 'calculationSheet', error: 'errors:yesNo' },
    { answer: { signature: 'Rosa Ejemplo' }, path: 'signature', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
