import { date, dateOrOngoing } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = { start: date('crime.start'), end: dateOrOngoing('crime.end') }

/** When the trafficking began and ended: a year is enough, exact days are never demanded. */
export const dates = {
  id: 'dates',
  section: 'crime',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { start: '2021-03-15', end: '2022-11' },
    { start: '2021', end: 'ongoing' },
    { start: '2021-06', end: '2021' },
    { end: '2022' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { start: '2022-02-30' }, path: 'start', error: 'errors:date' },
    { answer: { start: 'spring 2022' }, path: 'start', error: 'errors:date' },
    { answer: { start: '2022', end: 'never' }, path: 'end', error: 'errors:date' },
    { answer: { start: '2022-05', end: '2021' }, path: 'end', error: 'errors:endBeforeStart' },
  ],
} as const satisfies Question
