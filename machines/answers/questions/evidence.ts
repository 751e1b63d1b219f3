import { anyOf, orNone } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { evidence: orNone(anyOf('evidence', 'evidence')) }

/**
 * Proof that the trafficking happened, which the person has or has asked for. A police report is one of many kinds and is never required.
 */
export const evidence = {
  id: 'evidence',
  section: 'proof',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ evidence: ['ht_caseworker_statement'] }, { evidence: ['police_report', 'medical_records'] }, { evidence: [] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { evidence: 'police_report' }, path: 'evidence', error: 'errors:list' },
    { answer: { evidence: ['passport'] }, path: 'evidence.0', error: 'errors:choice' },
  ],
} as const satisfies Question
