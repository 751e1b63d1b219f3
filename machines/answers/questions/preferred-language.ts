import { text } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { preferredLanguage: text('victim.preferredLanguage') }

/** The language of CalVCB's letters, in the person's own words, because we have not read the list on CalVCB's current form. */
export const preferredLanguage = {
  id: 'preferred-language',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ preferredLanguage: 'Spanish' }, { preferredLanguage: 'Mixteco' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { preferredLanguage: ' ' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { preferredLanguage: ['Spanish'] }, path: 'preferredLanguage', error: 'errors:text' },
  ],
} as const satisfies Question
