import { list, orNone } from '../field.ts'
import { page } from '../page.ts'
import { OTHER_SOURCE } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { sources: orNone(list('otherSources', OTHER_SOURCE)) }

/** Money for the same loss from elsewhere: one of the three facts of an income-loss statement. An empty list states "none". */
export const otherSources = {
  id: 'other-sources',
  section: 'money',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { sources: [] },
    {
      sources: [
        { kind: 'restitution', state: 'expected', amountCents: 500_000 },
        { kind: 'wages', detail: 'Some cash' },
      ],
    },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { sources: [{ state: 'received' }] }, path: 'sources.0.kind', error: 'errors:choice' },
    { answer: { sources: [{ kind: 'lawsuit', state: 'maybe' }] }, path: 'sources.0.state', error: 'errors:choice' },
    { answer: { sources: 'none' }, path: 'sources', error: 'errors:list' },
  ],
} as const satisfies Question
