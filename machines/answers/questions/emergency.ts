import { note, yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { requested: yesNo('emergency.requested'), reason: note('emergency.reason') }

/** Whether to ask for an emergency award, an advance that may have to be paid back (Gov. Code 13952.5). */
export const emergency = {
  id: 'emergency',
  section: 'money',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ requested: false }, { requested: true, reason: 'I can not pay rent next month.' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { requested: 'yes' }, path: 'requested', error: 'errors:yesNo' },
    { answer: { requested: true, reason: 'a'.repeat(2_001) }, path: 'reason', error: 'errors:tooLong' },
  ],
} as const satisfies Question
