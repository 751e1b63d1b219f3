import { story as storyField } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { circumstances: storyField('crime.circumstances') }

/**
 * The circumstances, 2 CCR 649.7(a)(4). The page warns first, and a person tells as little as they want. For forced crime other than forced
 * prostitution we have read no rule that protects the story, so the text says to talk to a free lawyer first.
 */
export const story = {
  id: 'story',
  section: 'crime',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  readFirst: true,
  points: ['signed', 'rule', 'own'],
  examples: [
    { circumstances: 'I was made to clean houses. They kept my papers and my pay.' },
    { circumstances: 'Me obligaron a trabajar y no me dejaban salir.' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { circumstances: ' \n ' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { circumstances: 'a'.repeat(40_001) }, path: 'circumstances', error: 'errors:tooLong' },
    { answer: { circumstances: 7 }, path: 'circumstances', error: 'errors:text' },
  ],
} as const satisfies Question
