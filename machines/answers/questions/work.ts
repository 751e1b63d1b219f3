import type { ClaimFile, WorkPeriod } from '../claim-file.ts'
import { list, orNone } from '../field.ts'
import { page } from '../page.ts'
import { WORK_PERIOD } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { periods: orNone(list('work', WORK_PERIOD)) }

const withoutSize = ({ employerSize: _size, ...facts }: WorkPeriod): WorkPeriod => facts

/** The work, period by period. The employer's size has a page of its own, asked only where it can change the estimate. */
export const work = {
  id: 'work',
  section: 'work',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  store: {
    write: (claim, answer) => ({ ...claim, work: answer.periods as ClaimFile['work'] }),
    read: claim => (claim.work ? { periods: claim.work.map(withoutSize) } : undefined),
  },
  examples: [
    { periods: [{ from: '2021-03', to: '2022-11', hoursPerWeek: 60, kind: 'Cleaning houses', paidCents: 120_000 }] },
    { periods: [{ from: '2021', to: 'ongoing', hoursPerWeek: { low: 30, high: 45.5 } }] },
    { periods: [{ from: '2021-01', to: '2021-05', hoursPerWeek: 0 }, { kind: 'Farm work' }] },
    { periods: [{ from: '2021-03', to: '2022-11', hoursPerWeek: 72, pay: { amountCents: 500, per: 'hour' } }] },
    { periods: [{ pay: { amountCents: 35, per: 'piece', times: 410 } }, { pay: { amountCents: 5_000, per: 'day', times: 5.5 } }] },
    { periods: [{ pay: { amountCents: 0 } }, { pay: { amountCents: 30_000, per: 'week' }, paidCents: 120_000 }] },
    { periods: [] },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { periods: [{ kind: '' }] }, path: '', error: 'errors:answerOrSkip' },
    { answer: { periods: [{ hoursPerWeek: 169 }] }, path: 'periods.0.hoursPerWeek', error: 'errors:hours' },
    { answer: { periods: [{ hoursPerWeek: 37.555 }] }, path: 'periods.0.hoursPerWeek', error: 'errors:hoursDecimals' },
    {
      answer: { periods: [{ hoursPerWeek: { low: 50, high: 40 } }] },
      path: 'periods.0.hoursPerWeek.low',
      error: 'errors:hoursLowAboveHigh',
    },
    { answer: { periods: [{ from: '2022-05', to: '2021' }] }, path: 'periods.0.to', error: 'errors:endBeforeStart' },
    { answer: { periods: [{ paidCents: -1 }] }, path: 'periods.0.paidCents', error: 'errors:cents' },
    {
      answer: { periods: [{ pay: { amountCents: 5_000, per: 'day', times: 8 } }] },
      path: 'periods.0.pay.times',
      error: 'errors:daysOfWeek',
    },
    { answer: { periods: [{ pay: { amountCents: 5_000, per: 'year' } }] }, path: 'periods.0.pay.per', error: 'errors:choice' },
    { answer: { periods: [{ pay: { amountCents: 5_000, per: 'piece', times: -1 } }] }, path: 'periods.0.pay.times', error: 'errors:times' },
    { answer: { periods: [{ employerSize: '26+' }] }, path: 'periods.0.employerSize', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
