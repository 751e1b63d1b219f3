import { date, group, phone, text } from '../field.ts'
import { page } from '../page.ts'
import { ADDRESS } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = {
  firstName: text('claimant.firstName'),
  middleName: text('claimant.middleName'),
  lastName: text('claimant.lastName'),
  birthDate: date('claimant.birthDate'),
  phone: phone('claimant.phone'),
  mailingAddress: group('claimant.mailingAddress', ADDRESS),
}

/** The family member who asks for help: 2 CCR 649.7(a)(1). */
export const claimantDetails = {
  id: 'claimant-details',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the filer is a family member'],
  mayLeaveOpen: true,
  examples: [
    {
      firstName: 'Luz',
      lastName: 'Ejemplo',
      birthDate: '1985-01',
      phone: '555-0102',
      mailingAddress: { street: 'P.O. Box 1', city: 'Example City' },
    },
    { firstName: 'Luz', middleName: 'M.' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { birthDate: '2090-01-01' }, path: 'birthDate', error: 'errors:birthDateFuture' },
    { answer: { birthDate: 'May' }, path: 'birthDate', error: 'errors:date' },
    { answer: { mailingAddress: { town: 'Example City' } }, path: 'mailingAddress.town', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
