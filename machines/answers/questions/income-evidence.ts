import { anyOf, orNone } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { incomeEvidence: orNone(anyOf('incomeEvidence', 'incomeEvidence')) }

/** Proof of the lost income. The claimant can always give their own sworn statement. */
export const incomeEvidence = {
  id: 'income-evidence',
  section: 'proof',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ incomeEvidence: ['applicant_decl'] }, { incomeEvidence: ['witness_decl', 'le_report'] }, { incomeEvidence: [] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { incomeEvidence: ['payslip'] }, path: 'incomeEvidence.0', error: 'errors:choice' },
    { answer: { incomeEvidence: true }, path: 'incomeEvidence', error: 'errors:list' },
  ],
} as const satisfies Question
