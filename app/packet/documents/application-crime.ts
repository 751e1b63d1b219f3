import { filingDeadline } from '#machines/rules/deadline.ts'
import {
  cell,
  choiceAnswer,
  dateAnswer,
  hoursAnswer,
  listAnswer,
  moneyAnswer,
  row,
  textAnswer,
  yesNoAnswer,
  type Telling,
} from '../answers.ts'
import type { Block, Row } from '../sheet.ts'
import { listBlock } from './list-block.ts'

/** Nature, dates and place of the crime (2 CCR § 649.7(a)(4)). The story has a sheet of its own. */
export function crimeRows(telling: Telling): Row[] {
  const { crime } = telling.claim
  return [
    row(telling, 'kinds', listAnswer(telling, crime?.kinds, 'crime.kinds', 'kind'), 'kinds'),
    row(telling, 'start', dateAnswer(telling, crime?.start, 'crime.start'), 'dates'),
    row(telling, 'end', dateAnswer(telling, crime?.end, 'crime.end'), 'dates'),
    row(telling, 'places', listAnswer(telling, crime?.places, 'crime.places'), 'place'),
    row(telling, 'inCalifornia', yesNoAnswer(telling, crime?.inCalifornia, 'crime.inCalifornia'), 'place'),
    ...residentRow(telling),
    row(telling, 'circumstances', { words: storyPlace(telling), paths: [] }, 'story'),
  ]
}

/** When the crime happened in California, the victim need not say where they lived: without an answer the row is left out. */
function residentRow(telling: Telling): Row[] {
  const { inCalifornia, californiaResident } = telling.claim.crime ?? {}
  if (inCalifornia === true && californiaResident === undefined) return []
  return [row(telling, 'californiaResident', yesNoAnswer(telling, californiaResident, 'crime.californiaResident'), 'place')]
}

/** Says that the story is on its own sheet, or that it was left out of these papers; `undefined` when it was not answered. */
function storyPlace({ claim, t, withoutStory }: Telling): string | undefined {
  if (withoutStory) return t('statements:storyNotHere')
  return claim.crime?.circumstances?.trim() ? t('packet:value.seeStory') : undefined
}

export function reportsBlock(telling: Telling): Block {
  return listBlock(telling, {
    list: telling.claim.crime?.reports,
    path: 'crime.reports',
    question: 'reports',
    columns: { agency: 2, reportNumber: 1, date: 1 },
    cells: (report, path) => [
      cell(telling, textAnswer(report.agency, `${path}.agency`), 'reports'),
      cell(telling, textAnswer(report.number, `${path}.number`), 'reports'),
      cell(telling, dateAnswer(telling, report.date, `${path}.date`), 'reports'),
    ],
  })
}

export function workBlock(telling: Telling): Block {
  return listBlock(telling, {
    list: telling.claim.work,
    path: 'work',
    question: 'work',
    columns: { kind: 2, from: 1.8, to: 1.8, hours: 1, paid: 1.2, employerSize: 1.6 },
    cells: (period, path) => [
      cell(telling, textAnswer(period.kind, `${path}.kind`), 'work'),
      cell(telling, dateAnswer(telling, period.from, `${path}.from`), 'work'),
      cell(telling, dateAnswer(telling, period.to, `${path}.to`), 'work'),
      cell(telling, hoursAnswer(telling, period.hoursPerWeek, `${path}.hoursPerWeek`), 'work'),
      cell(telling, moneyAnswer(telling, period.paidCents, `${path}.paidCents`), 'work'),
      cell(telling, choiceAnswer(telling, period.employerSize, `${path}.employerSize`, 'employerSize'), 'employer-size'),
    ],
  })
}

/** Facts for CalVCB's late-filing form: all of them when the deadline asks for that form, else the ones that were answered. */
export function lateFilingRows(telling: Telling): Row[] {
  const { claim, today } = telling
  const facts = claim.lateFiling
  const rows = [
    row(telling, 'discovered', dateAnswer(telling, claim.crime?.discovered, 'crime.discovered'), 'discovered'),
    row(telling, 'testified', yesNoAnswer(telling, facts?.testified, 'lateFiling.testified'), 'late-filing'),
    row(telling, 'testifiedDetail', textAnswer(facts?.testifiedDetail, 'lateFiling.testifiedDetail'), 'late-filing'),
    row(telling, 'paroleOrRelease', yesNoAnswer(telling, facts?.paroleOrRelease, 'lateFiling.paroleOrRelease'), 'late-filing'),
    row(telling, 'paroleOrReleaseDetail', textAnswer(facts?.paroleOrReleaseDetail, 'lateFiling.paroleOrReleaseDetail'), 'late-filing'),
    row(telling, 'lateReason', textAnswer(facts?.reason, 'lateFiling.reason'), 'late-filing'),
  ]
  return filingDeadline(claim, today).lateFilingStatement ? rows : rows.filter(entry => entry.paths.length > 0)
}
