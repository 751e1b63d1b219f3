import type { ClaimFile, WorkPeriod } from '../claim-file.ts'
import { aboutEach } from '../field.ts'
import { page } from '../page.ts'
import { PERIOD_SIZE } from '../parts.ts'
import type { Answer, Question } from '../question.ts'

const fields = { sizes: aboutEach('work[].employerSize', PERIOD_SIZE) }

type Size = Pick<WorkPeriod, 'from' | 'to' | 'kind' | 'employerSize'>

const samePeriod = (one: Size, other: Size) => one.from === other.from && one.to === other.to && one.kind === other.kind

/** Writes every size into the period that it was given for. A size whose period was removed stays in the answer only. */
function writeSizes(claim: ClaimFile, answer: Answer): ClaimFile {
  const waiting = [...((answer.sizes ?? []) as readonly Size[])]
  const work = claim.work?.map(period => {
    const found = waiting.findIndex(entry => samePeriod(entry, period))
    const [entry] = found < 0 ? [] : waiting.splice(found, 1)
    return entry?.employerSize === undefined ? period : { ...period, employerSize: entry.employerSize }
  })
  return work ? { ...claim, work } : claim
}

function readSizes(claim: ClaimFile): Answer | undefined {
  if (!claim.work?.some(period => period.employerSize !== undefined)) return undefined
  return { sizes: claim.work.map(({ from, to, kind, employerSize }) => ({ from, to, kind, employerSize })) }
}

/**
 * How many people worked for the employer; asked because the state minimum wage had two rates from 2017 to 2022. Every size is kept with
 * the dates and the kind of its period, so that removing a period never shifts the sizes of the others.
 */
export const employerSize = {
  id: 'employer-size',
  section: 'work',
  fields,
  schema: page(fields),
  appliesWhen: ['the employer size can change the estimate'],
  mayLeaveOpen: true,
  store: { write: writeSizes, read: readSizes },
  examples: [
    { sizes: [{ from: '2019-01', to: '2019-03', kind: 'Sewing', employerSize: '1-25' }] },
    {
      sizes: [
        { from: '2019', employerSize: 'unknown' },
        { to: '2021', employerSize: '26+' },
      ],
    },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { sizes: '26+' }, path: 'sizes', error: 'errors:list' },
    { answer: { sizes: [{ from: '2019', employerSize: 25 }] }, path: 'sizes.0.employerSize', error: 'errors:choice' },
    { answer: { sizes: [{ from: '2019', hoursPerWeek: 10 }] }, path: 'sizes.0.hoursPerWeek', error: 'errors:unknownKey' },
  ],
} as const satisfies Question
