import { z } from 'zod'
import type { CheckQuestion } from '../check-question.ts'

/** Where it happened and where the person lived, in one question; `unsure` says nothing about either. */
const CHECK_PLACES = ['california', 'lived-in-california', 'elsewhere', 'unsure'] as const

const FACTS = {
  california: { inCalifornia: true },
  'lived-in-california': { inCalifornia: false, californiaResident: true },
  elsewhere: { inCalifornia: false, californiaResident: false },
  unsure: {},
} as const

const placeSchema = z.enum(CHECK_PLACES, { error: ({ input }) => (input === undefined ? 'errors:answerOrSkip' : 'errors:choice') })
const schema = z.strictObject({ place: placeSchema }, 'errors:object')

/** The crime in California, or a California resident wherever it happened: Gov. Code 13955. */
export const place = {
  id: 'place',
  fields: { place: { kind: 'oneOf', path: 'place', terms: 'place', values: CHECK_PLACES, none: false } },
  schema,
  write: (claim, answer) => ({ ...claim, crime: { ...claim.crime, ...FACTS[schema.parse(answer).place] } }),
  appliesWhen: [],
  examples: CHECK_PLACES.map(each => ({ place: each })),
  counterExamples: [
    { answer: {}, path: 'place', error: 'errors:answerOrSkip' },
    { answer: { place: 'nevada' }, path: 'place', error: 'errors:choice' },
    { answer: { place: 'california', county: 'Kern' }, path: 'county', error: 'errors:unknownKey' },
  ],
} as const satisfies CheckQuestion
