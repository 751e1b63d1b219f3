import { date } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { discovered: date('crime.discovered') }

/** When the injury was discovered (Gov. Code 13953): asked only where it can make the filing time longer. */
export const discovered = {
  id: 'discovered',
  section: 'time',
  fields,
  schema: page(fields),
  appliesWhen: ['the filing time is over or ends soon without a date of discovery'],
  mayLeaveOpen: true,
  examples: [{ discovered: '2024-05-02' }, { discovered: '2024' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { discovered: 'ongoing' }, path: 'discovered', error: 'errors:date' },
    { answer: { discovered: '1850' }, path: 'discovered', error: 'errors:date' },
  ],
} as const satisfies Question
