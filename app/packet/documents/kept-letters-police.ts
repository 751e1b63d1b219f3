import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { dateAnswer, statementCell, textAnswer, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { blankRow, letterFrame, personRow } from './kept-letter-frame.ts'

type Report = NonNullable<NonNullable<ClaimFile['crime']>['reports']>[number]

/** The reports that one agency took. They are grouped because no agency may learn of reports to another. */
interface AgencyReports {
  readonly agency: string
  readonly reports: readonly { readonly report: Report; readonly path: string }[]
}

/** The reports of a claim by agency, in their order. Reports without an agency form one group, and its letter leaves the office open. */
function reportsByAgency({ crime }: ClaimFile): AgencyReports[] {
  const byName = new Map<string, AgencyReports>()
  crime?.reports?.forEach((report, index) => {
    const agency = report.agency?.trim() ?? ''
    const known = byName.get(agency.toLowerCase())
    byName.set(agency.toLowerCase(), {
      agency: known?.agency ?? agency,
      reports: [...(known?.reports ?? []), { report, path: `crime.reports.${index}` }],
    })
  })
  return [...byName.values()]
}

const office = ({ agency, reports }: AgencyReports) =>
  agency
    ? { name: agency, paths: reports.flatMap(({ report, path }) => (report.agency === undefined ? [] : [`${path}.agency`])) }
    : undefined

/** Letters that ask each agency for copies of the reports that it took. */
export function reportLetters(telling: Telling): Sheet[] {
  const { t } = telling
  return reportsByAgency(telling.claim).map((group, index) =>
    letterFrame(telling, {
      id: `letter-report-${index + 1}`,
      key: 'report',
      office: office(group),
      official: true,
      body: [
        { kind: 'paragraph', text: t('keep:letter.report.ask') },
        { kind: 'rows', rows: [personRow(telling), blankRow(t('keep:letter.birthDate'))] },
        reportTable(telling, group),
        { kind: 'paragraph', text: `${t('keep:letter.fee')} ${t('keep:letter.report.reason')}` },
      ],
    }),
  )
}

/** Letters that ask each agency that took a report, or one still to be named, to tell CalVCB what it knows from its own work. */
export function confirmationLetters(telling: Telling): Sheet[] {
  const { claim, t } = telling
  const groups = reportsByAgency(claim)
  if (groups.length === 0 && !claim.evidence?.includes('le_letter')) return []
  return (groups.length > 0 ? groups : [{ agency: '', reports: [] }]).map((group, index) =>
    letterFrame(telling, {
      id: `letter-confirmation-${index + 1}`,
      key: 'confirmation',
      office: office(group),
      official: true,
      body: [
        { kind: 'paragraph', text: t('keep:letter.confirmation.ask') },
        { kind: 'rows', rows: [personRow(telling), blankRow(t('keep:letter.birthDate'))] },
        ...(group.reports.length > 0 ? [reportTable(telling, group)] : []),
        { kind: 'paragraph', text: t('keep:letter.confirmation.only') },
        {
          kind: 'points',
          items: ['victim', 'dates', ...(group.reports.length > 0 ? [] : ['number']), 'writer'].map(point => ({
            text: t(`keep:letter.confirmation.${point}`),
          })),
        },
        { kind: 'paragraph', text: t('keep:letter.confirmation.send') },
      ],
    }),
  )
}

function reportTable(telling: Telling, { reports }: AgencyReports): Block {
  return {
    kind: 'table',
    columns: [
      { text: telling.t('packet:column.reportNumber'), weight: 1 },
      { text: telling.t('packet:column.date'), weight: 1 },
    ],
    rows: reports.map(({ report, path }) => [
      statementCell(textAnswer(report.number, `${path}.number`)),
      statementCell(dateAnswer(telling, report.date, `${path}.date`)),
    ]),
  }
}
