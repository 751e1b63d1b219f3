import { anyOf } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { kinds: anyOf('crime.kinds', 'kind') }

/** The nature of the crime, 2 CCR 649.7(a)(4), in words a person can choose without knowing the law. */
export const kinds = {
  id: 'kinds',
  section: 'crime',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ kinds: ['labor'] }, { kinds: ['labor', 'commercial-sex', 'forced-crime'] }, { kinds: ['unsure'] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { kinds: 'labor' }, path: 'kinds', error: 'errors:list' },
    { answer: { kinds: ['labor', 'smuggling'] }, path: 'kinds.1', error: 'errors:choice' },
  ],
} as const satisfies Question
