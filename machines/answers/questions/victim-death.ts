import { date, yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { died: yesNo('victim.died'), deathDate: date('victim.deathDate') }

/** Whether the victim died: a family member's claim differs with it. */
export const victimDeath = {
  id: 'victim-death',
  section: 'start',
  fields,
  schema: page(fields),
  appliesWhen: ['the filer is a family member'],
  mayLeaveOpen: true,
  examples: [{ died: false }, { died: true, deathDate: '2023-04' }, { died: true }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { died: 'yes' }, path: 'died', error: 'errors:yesNo' },
    { answer: { died: true, deathDate: '2023-13' }, path: 'deathDate', error: 'errors:date' },
  ],
} as const satisfies Question
