import { group, orNone } from '../field.ts'
import { page } from '../page.ts'
import { REPRESENTATIVE } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { representative: orNone(group('representative', REPRESENTATIVE)) }

/**
 * Who represents the claimant; `null` says that there is no representative. Any person with written authorization may be one, except the
 * treating provider.
 */
export const representative = {
  id: 'representative',
  section: 'help',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { representative: null },
    {
      representative: {
        kind: 'organization-advocate',
        name: 'Sam Muestra',
        organization: 'Example Help Center',
        phone: '555-0104',
        email: 'sam@example.org',
        address: { street: '3 Example Street', city: 'Example City' },
      },
    },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { representative: { name: '' } }, path: '', error: 'errors:answerOrSkip' },
    { answer: { representative: { kind: 'doctor' } }, path: 'representative.kind', error: 'errors:choice' },
    { answer: { representative: { email: 'sam@' } }, path: 'representative.email', error: 'errors:email' },
  ],
} as const satisfies Question
