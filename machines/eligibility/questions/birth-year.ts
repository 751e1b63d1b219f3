import type { PartialDate } from '#machines/calendar/day.ts'
import { firstDayOf } from '#machines/calendar/day.ts'
import { date } from '#machines/answers/field.ts'
import { page } from '#machines/answers/page.ts'
import type { CheckQuestion } from '../check-question.ts'

const fields = { birthDate: date('victim.birthDate') }

/**
 * The year of birth: the 28th birthday can keep a filing in time (Gov. Code 13953(a)). Asked only where the
 * seven years after the end are over or nearly so, because otherwise it changes nothing.
 */
export const birthYear = {
  id: 'birth-year',
  fields,
  schema: page(fields),
  check({ birthDate }, today, refuse) {
    if (firstDayOf(birthDate as PartialDate) > today) refuse('birthDate', 'errors:birthDateFuture')
  },
  write: (claim, answer) => ({ ...claim, victim: { ...claim.victim, birthDate: answer.birthDate as PartialDate } }),
  appliesWhen: ['the filing time is over or ends soon'],
  examples: [{ birthDate: '1999' }, { birthDate: '1999-04' }, { birthDate: '2004-02-29' }],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { birthDate: '99' }, path: 'birthDate', error: 'errors:date' },
    { answer: { birthDate: '2003-02-29' }, path: 'birthDate', error: 'errors:date' },
    { answer: { birthDate: '2027' }, path: 'birthDate', error: 'errors:birthDateFuture' },
  ],
} as const satisfies CheckQuestion
