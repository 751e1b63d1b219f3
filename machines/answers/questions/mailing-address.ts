import type { ClaimFile } from '../claim-file.ts'
import { group, orNone } from '../field.ts'
import { page } from '../page.ts'
import { ADDRESS } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { mailingAddress: orNone(group('victim.mailingAddress', ADDRESS)) }

type Address = NonNullable<ClaimFile['victim']>['mailingAddress']

/**
 * Where letters can come safely; for members of Safe at Home, the substitute address. `null` says that letters may come to the home address,
 * which is then written into the claim here too.
 */
export const mailingAddress = {
  id: 'mailing-address',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the claim is for the victim'],
  mayLeaveOpen: true,
  store: {
    write: (claim, answer) => {
      const mailingAddress = (answer.mailingAddress as Address | null) ?? claim.victim?.residenceAddress ?? undefined
      return mailingAddress ? { ...claim, victim: { ...claim.victim, mailingAddress } } : claim
    },
    // The claim does not say whether an address is there as the home address or for itself.
    read: ({ victim }) => victim?.mailingAddress && { mailingAddress: victim.mailingAddress },
  },
  examples: [
    { mailingAddress: { street: 'P.O. Box 0', city: 'Example City', state: 'CA', zip: '00000' } },
    { mailingAddress: { street: '1 Example Street' } },
    { mailingAddress: null },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { mailingAddress: {} }, path: '', error: 'errors:answerOrSkip' },
    { answer: { mailingAddress: { zip: 0 } }, path: 'mailingAddress.zip', error: 'errors:text' },
  ],
} as const satisfies Question
