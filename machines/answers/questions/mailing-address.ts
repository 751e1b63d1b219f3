import { group } from '../field.ts'
import { page } from '../page.ts'
import { ADDRESS } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { mailingAddress: group('victim.mailingAddress', ADDRESS) }

/** Where letters can come safely; for members of Safe at Home, the substitute address. */
export const mailingAddress = {
  id: 'mailing-address',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the claim is for the victim'],
  mayLeaveOpen: true,
  examples: [
    { mailingAddress: { street: 'P.O. Box 0', city: 'Example City', state: 'CA', zip: '00000' } },
    { mailingAddress: { street: '1 Example Street' } },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { mailingAddress: {} }, path: '', error: 'errors:answerOrSkip' },
    { answer: { mailingAddress: { zip: 0 } }, path: 'mailingAddress.zip', error: 'errors:text' },
  ],
} as const satisfies Question
