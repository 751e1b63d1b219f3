import { date, text } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = {
  firstName: text('victim.firstName'),
  middleName: text('victim.middleName'),
  lastName: text('victim.lastName'),
  otherNames: text('victim.otherNames'),
  birthDate: date('victim.birthDate'),
}

/** Names and birth date of the victim. Some people have one name, so no single field is required. */
export const names = {
  id: 'names',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { firstName: 'Rosa', lastName: 'Ejemplo', birthDate: '1990-02-28' },
    { firstName: 'Muestra', birthDate: '2011' },
    { lastName: 'Ejemplo de la Muestra', middleName: 'I.', otherNames: 'Rosita' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { firstName: '', lastName: ' ' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { firstName: 'R'.repeat(201) }, path: 'firstName', error: 'errors:tooLong' },
    { answer: { birthDate: '1990-02-30' }, path: 'birthDate', error: 'errors:date' },
    { answer: { firstName: 'Rosa', birthDate: '2090' }, path: 'birthDate', error: 'errors:birthDateFuture' },
  ],
} as const satisfies Question
