import { yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { safeAtHome: yesNo('victim.safeAtHome') }

/** Safe at Home members give the substitute address, which state agencies accept; the home address is then never asked. */
export const safeAtHome = {
  id: 'safe-at-home',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the claim is for the victim'],
  mayLeaveOpen: true,
  examples: [{ safeAtHome: true }, { safeAtHome: false }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { safeAtHome: 'unsure' }, path: 'safeAtHome', error: 'errors:yesNo' },
    { answer: { safeAtHome: 0 }, path: 'safeAtHome', error: 'errors:yesNo' },
  ],
} as const satisfies Question
