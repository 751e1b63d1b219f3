import { list, yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = {
  inCalifornia: yesNo('crime.inCalifornia'),
  californiaResident: yesNo('crime.californiaResident'),
  places: list('crime.places', 'text'),
}

/**
 * Where the crime happened. The same page asks for residence, which counts only where the crime was outside California (Gov. Code 13955).
 */
export const place = {
  id: 'place',
  section: 'crime',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { inCalifornia: true, places: ['Example City'] },
    { inCalifornia: false, californiaResident: true, places: ['Ejemplo, Nevada', 'On the road'] },
    { inCalifornia: true },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { places: [' '] }, path: '', error: 'errors:answerOrSkip' },
    { answer: { inCalifornia: 'true' }, path: 'inCalifornia', error: 'errors:yesNo' },
    { answer: { inCalifornia: true, places: 'Example City' }, path: 'places', error: 'errors:list' },
  ],
} as const satisfies Question
