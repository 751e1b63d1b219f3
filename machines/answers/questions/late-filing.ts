import { note, yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = {
  testified: yesNo('lateFiling.testified'),
  testifiedDetail: note('lateFiling.testifiedDetail'),
  paroleOrRelease: yesNo('lateFiling.paroleOrRelease'),
  paroleOrReleaseDetail: note('lateFiling.paroleOrReleaseDetail'),
  reason: note('lateFiling.reason'),
}

/** What CalVCB's late-filing form asks (DRS 09059, Rev. 12/2019). */
export const lateFiling = {
  id: 'late-filing',
  section: 'time',
  fields,
  schema: page(fields),
  appliesWhen: ['the filing deadline needs the late-filing statement'],
  mayLeaveOpen: true,
  examples: [
    { testified: false, paroleOrRelease: false, reason: 'I did not know that I could ask for this.' },
    { testified: true, testifiedDetail: 'I spoke in court and could not sleep for weeks.' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { testified: 'no' }, path: 'testified', error: 'errors:yesNo' },
    { answer: { reason: 'a'.repeat(2_001) }, path: 'reason', error: 'errors:tooLong' },
  ],
} as const satisfies Question
