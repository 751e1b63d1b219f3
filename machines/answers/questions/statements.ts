import { anyOf, orNone } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { facts: orNone(anyOf('statementFacts', 'statementFact')) }

/**
 * Which facts are filled in on the forms that a caseworker or a lawyer signs. They know these facts from the claimant in private, so the
 * claimant decides; a form with nothing filled in works as well. A witness's form is never filled in, so the page does not ask about it.
 */
export const statements = {
  id: 'statements',
  section: 'proof',
  fields,
  schema: page(fields),
  appliesWhen: ['a caseworker or a lawyer will state the lost income'],
  mayLeaveOpen: true,
  readFirst: true,
  examples: [{ facts: ['dates', 'hours'] }, { facts: ['other-money'] }, { facts: [] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { facts: ['story'] }, path: 'facts.0', error: 'errors:choice' },
    { answer: { facts: true }, path: 'facts', error: 'errors:list' },
  ],
} as const satisfies Question
