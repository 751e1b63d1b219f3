import { group, orNone } from '../field.ts'
import { page } from '../page.ts'
import { ADDRESS } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { residenceAddress: orNone(group('victim.residenceAddress', ADDRESS)) }

/** Residence, 2 CCR 649.7(a)(1); not asked of members of Safe at Home. */
export const residenceAddress = {
  id: 'residence-address',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the claim is for the victim', 'the home address may be written down'],
  mayLeaveOpen: true,
  examples: [
    { residenceAddress: { street: '1 Example Street', unit: '2', city: 'Example City', state: 'CA', zip: '00000' } },
    { residenceAddress: { city: 'Example City' } },
    { residenceAddress: null },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { residenceAddress: { street: '', zip: ' ' } }, path: '', error: 'errors:answerOrSkip' },
    { answer: { residenceAddress: '1 Example Street' }, path: 'residenceAddress', error: 'errors:address' },
    { answer: { residenceAddress: { country: 'US' } }, path: 'residenceAddress.country', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
