import { endsBeforeStart } from '#machines/answers/claim-file.ts'
import { datesAfterToday } from '#machines/answers/future-dates.ts'
import { dates as claimPage } from '#machines/answers/questions/dates.ts'
import type { CheckQuestion } from '../check-question.ts'
import { fromClaim } from '../from-claim.ts'

/**
 * When the trafficking began and ended: a year is enough. A date after today is a typing mistake, because what is still to come has not
 * ended.
 */
export const dates = {
  id: 'dates',
  ...fromClaim(claimPage),
  check({ start, end }, today, refuse) {
    for (const { path, key } of datesAfterToday(claimPage.fields, { start, end }, today)) refuse(path, key)
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
    if (endsBeforeStart(text(start), text(end))) refuse('end', 'errors:endBeforeStart')
  },
  appliesWhen: [],
  counterExamples: [
    ...claimPage.counterExamples,
    { answer: { start: '2026-12' }, path: 'start', error: 'check:errors.dateAfterToday' },
    { answer: { start: '2025', end: '2027' }, path: 'end', error: 'check:errors.dateAfterToday' },
    { answer: { start: '2025-05', end: '2024' }, path: 'end', error: 'errors:endBeforeStart' },
  ],
} as const satisfies CheckQuestion
