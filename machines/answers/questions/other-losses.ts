import { list, orNone } from '../field.ts'
import { page } from '../page.ts'
import { OTHER_LOSS } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { losses: orNone(list('otherLosses', OTHER_LOSS)) }

/** Losses beside the income, by the kinds that CalVCB's coverage pages name: 2 CCR 649.7(a)(5). */
export const otherLosses = {
  id: 'other-losses',
  section: 'money',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [{ losses: [] }, { losses: [{ kind: 'medical' }, { kind: 'relocation', amountCents: 90_000, detail: 'Deposit for a room' }] }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { losses: [{ amountCents: 100 }] }, path: 'losses.0.kind', error: 'errors:choice' },
    { answer: { losses: [{ kind: 'medical', amountCents: 10.5 }] }, path: 'losses.0.amountCents', error: 'errors:cents' },
    { answer: { losses: [{ kind: 'medical', amountCents: '100' }] }, path: 'losses.0.amountCents', error: 'errors:cents' },
  ],
} as const satisfies Question
