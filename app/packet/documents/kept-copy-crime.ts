import { choiceAnswer, dateAnswer, hoursAnswer, listAnswer, paidAnswer, textAnswer, yesNoAnswer, type Answer } from '../answers.ts'
import type { Row } from '../sheet.ts'
import { copyRow, type CopyTelling } from './kept-copy-row.ts'

/** Nature, dates and places of the crime. It says on which sheet the story is, and never tells the story. */
export function copiedCrime(copying: CopyTelling): Row[] {
  const { english, withoutStory } = copying
  const { claim, t } = english
  const { crime } = claim
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  const told = withoutStory ? t('keep:copy.storyLeftOut') : crime?.circumstances?.trim() ? t('packet:value.seeStory') : undefined
  return [
    ...row('kinds', listAnswer(english, crime?.kinds, 'crime.kinds', 'kind')),
    ...row('start', dateAnswer(english, crime?.start, 'crime.start')),
    ...row('end', dateAnswer(english, crime?.end, 'crime.end')),
    ...row('places', listAnswer(english, crime?.places, 'crime.places')),
    ...row('inCalifornia', yesNoAnswer(english, crime?.inCalifornia, 'crime.inCalifornia')),
    ...row('californiaResident', yesNoAnswer(english, crime?.californiaResident, 'crime.californiaResident')),
    ...row('circumstances', { words: told, paths: [] }),
  ]
}

export function copiedReports(copying: CopyTelling): Row[] {
  const { english } = copying
  const reports = english.claim.crime?.reports
  if (reports?.length === 0) return copyRow(copying, 'packet:field.crime.reports', listAnswer(english, [], 'crime.reports'))
  return (reports ?? []).flatMap((report, index) => {
    const path = `crime.reports.${index}`
    const row = (column: string, answer: Answer) =>
      copyRow(copying, `packet:column.${column}`, answer, { key: 'keep:copy.list.report', number: index + 1 })
    return [
      ...row('agency', textAnswer(report.agency, `${path}.agency`)),
      ...row('reportNumber', textAnswer(report.number, `${path}.number`)),
      ...row('date', dateAnswer(english, report.date, `${path}.date`)),
    ]
  })
}

export function copiedWork(copying: CopyTelling): Row[] {
  const { english } = copying
  const { work } = english.claim
  if (work?.length === 0) return copyRow(copying, 'packet:field.work', listAnswer(english, [], 'work'))
  return (work ?? []).flatMap((period, index) => {
    const path = `work.${index}`
    const row = (key: string, answer: Answer) => copyRow(copying, key, answer, { key: 'keep:copy.list.work', number: index + 1 })
    return [
      ...row('keep:copy.field.workKind', textAnswer(period.kind, `${path}.kind`)),
      ...row('packet:column.from', dateAnswer(english, period.from, `${path}.from`)),
      ...row('packet:column.to', dateAnswer(english, period.to, `${path}.to`)),
      ...row('packet:column.hours', hoursAnswer(english, period.hoursPerWeek, `${path}.hoursPerWeek`)),
      ...row('packet:column.paid', paidAnswer(english, period, path)),
      ...row('packet:column.employerSize', choiceAnswer(english, period.employerSize, `${path}.employerSize`, 'employerSize')),
    ]
  })
}

/** The facts that CalVCB's late-filing form asks for. */
export function copiedLateFiling(copying: CopyTelling): Row[] {
  const { english } = copying
  const { lateFiling, crime } = english.claim
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  return [
    ...row('discovered', dateAnswer(english, crime?.discovered, 'crime.discovered')),
    ...row('testified', yesNoAnswer(english, lateFiling?.testified, 'lateFiling.testified')),
    ...row('testifiedDetail', textAnswer(lateFiling?.testifiedDetail, 'lateFiling.testifiedDetail')),
    ...row('paroleOrRelease', yesNoAnswer(english, lateFiling?.paroleOrRelease, 'lateFiling.paroleOrRelease')),
    ...row('paroleOrReleaseDetail', textAnswer(lateFiling?.paroleOrReleaseDetail, 'lateFiling.paroleOrReleaseDetail')),
    ...row('lateReason', textAnswer(lateFiling?.reason, 'lateFiling.reason')),
  ]
}
