import { list, orNone } from '../field.ts'
import { page } from '../page.ts'
import { REPORT } from '../parts.ts'
import type { Question } from '../question.ts'

const fields = { reports: orNone(list('crime.reports', REPORT)) }

/** Reports to an agency, if there are any. An empty list says that there is none, and none is needed. */
export const reports = {
  id: 'reports',
  section: 'crime',
  fields,
  schema: page(fields),
  appliesWhen: [],
  mayLeaveOpen: true,
  examples: [
    { reports: [] },
    { reports: [{ agency: 'Example City Police', number: '00-0000', date: '2022-12' }] },
    { reports: [{ agency: 'Example County Sheriff' }, { number: '00-0001' }] },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { reports: [{ agency: '' }] }, path: '', error: 'errors:answerOrSkip' },
    { answer: { reports: [{ date: '12/2022' }] }, path: 'reports.0.date', error: 'errors:date' },
    { answer: { reports: [{ officer: 'Nobody' }] }, path: 'reports.0.officer', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
