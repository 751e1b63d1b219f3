import { filingDeadline } from '#machines/rules/deadline.ts'
import { employerSizeCanChange as isSizeAsked } from '#machines/rules/employer-size.ts'
import {
  cell,
  choiceAnswer,
  dateAnswer,
  hoursAnswer,
  listAnswer,
  paidAnswer,
  row,
  textAnswer,
  yesNoAnswer,
  type Answer,
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

/** Says that the story is on its own sheet, which has room to write where nothing was told, or that it was left out of these papers. */
const storyPlace = ({ t, withoutStory }: Telling): string => t(withoutStory ? 'statements:storyNotHere' : 'packet:value.seeStory')

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
  const { claim, today } = telling
  const withSize = isSizeAsked(claim.work, today) || (claim.work ?? []).some(({ employerSize }) => employerSize !== undefined)
  return listBlock(telling, {
    list: claim.work,
    path: 'work',
    question: 'work',
    columns: { kind: 2, from: 1.8, to: 1.8, hours: 1, paid: 1.2, ...(withSize && { employerSize: 1.6 }) },
    cells: (period, path) => [
      cell(telling, workKind(telling, period.kind, `${path}.kind`), 'work'),
      cell(telling, dateAnswer(telling, period.from, `${path}.from`), 'work'),
      cell(telling, dateAnswer(telling, period.to, `${path}.to`), 'work'),
      cell(telling, hoursAnswer(telling, period.hoursPerWeek, `${path}.hoursPerWeek`), 'work'),
      cell(telling, paidAnswer(telling, period, path), 'work'),
      ...(withSize
        ? [cell(telling, choiceAnswer(telling, period.employerSize, `${path}.employerSize`, 'employerSize'), 'employer-size')]
        : []),
    ],
  })
}

/** The kind of work as it was typed; with the story it is left out of the papers. */
const workKind = ({ t, withoutStory }: Telling, kind: string | undefined, path: string): Answer =>
  withoutStory ? { words: t('statements:storyNotHere'), paths: [] } : textAnswer(kind, path)

/** Facts for CalVCB's late-filing form: all of them when the deadline asks for that form, else the ones that were answered. */
export function lateFilingRows(telling: Telling): Row[] {
  const { claim, today } = telling
  const facts = claim.lateFiling
  // Who answered "no" was not asked for more.
  const detail = (field: 'testifiedDetail' | 'paroleOrReleaseDetail', asked: boolean | undefined) => {
    const entry = row(telling, field, textAnswer(facts?.[field], `lateFiling.${field}`), 'late-filing')
    return asked === false && entry.open ? [] : [entry]
  }
  const rows = [
    row(telling, 'discovered', dateAnswer(telling, claim.crime?.discovered, 'crime.discovered'), 'discovered'),
    row(telling, 'testified', yesNoAnswer(telling, facts?.testified, 'lateFiling.testified'), 'late-filing'),
    ...detail('testifiedDetail', facts?.testified),
    row(telling, 'paroleOrRelease', yesNoAnswer(telling, facts?.paroleOrRelease, 'lateFiling.paroleOrRelease'), 'late-filing'),
    ...detail('paroleOrReleaseDetail', facts?.paroleOrRelease),
    row(telling, 'lateReason', textAnswer(facts?.reason, 'lateFiling.reason'), 'late-filing'),
  ]
  return filingDeadline(claim, today).lateFilingStatement ? rows : rows.filter(entry => entry.paths.length > 0)
}
