import type { Day } from '#machines/calendar/day.ts'
import { DEADLINES, PROCESSING } from '#machines/law/deadlines.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { applicationDay, emergencyPayDay, payBirthday, processingDates, type ProcessingDates } from '#machines/rules/processing-dates.ts'
import { formatDate } from '#app/i18n/format.ts'
import { sourceLine } from '../explain.ts'
import type { KeptTelling } from '../kept-telling.ts'
import { claimantPath } from '../signers.ts'
import type { Block, Cell, Point, Sheet } from '../sheet.ts'
import { keptPoint } from './kept-point.ts'

/** The days on which CalVCB's steps may come, counted from the day of mailing. They are ranges and no promise. */
export function keptTimeline(telling: KeptTelling): Sheet {
  const { today, mailOn, t, language } = telling
  const mailed = mailOn ?? today
  const inTime = lastDayAhead(telling)
  const columns = [
    ['step', 2.6],
    ['told', 2.2],
    ['dates', 2.2],
  ] as const
  return {
    id: 'timeline',
    title: t('keep:timeline.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t(mailOn ? 'keep:timeline.from' : 'keep:timeline.ifMailed', { date: formatDate(mailed, language) }) },
      ...(inTime && mailed > inTime
        ? [{ kind: 'notice' as const, text: t('keep:timeline.tooLate', { date: formatDate(inTime, language) }) }]
        : []),
      { kind: 'notice', text: t('keep:timeline.notPromise') },
      {
        kind: 'table',
        columns: columns.map(([name, weight]) => ({ text: t(`keep:column.${name}`), weight })),
        rows: processingDates(mailed).map(step => stepRow(telling, step)),
      },
      { kind: 'paragraph', small: true, text: sourceLine(t, PROCESSING.receipt.citation) },
      { kind: 'paragraph', text: t('keep:timeline.pay') },
      ...otherDays(telling, mailed, inTime),
    ],
  }
}

function stepRow({ t, language }: KeptTelling, { step, from, to, lowDays, highDays }: ProcessingDates): Cell[] {
  const days = { ...(lowDays !== null && { low: lowDays }), high: highDays }
  return [
    { text: t(`keep:timeline.step.${step}.what`) },
    { text: t(`keep:timeline.step.${step}.told`, days) },
    { text: t('keep:timeline.between', { from: formatDate(from, language), to: formatDate(to, language) }) },
  ]
}

/** The last day to file, or `null` when it has passed or is not known. */
function lastDayAhead({ claim, today }: KeptTelling): Day | null {
  const { date } = filingDeadline(claim, today)
  return date !== null && date >= today ? date : null
}

/** Further days, each of which follows from a rule of its own. */
function otherDays(telling: KeptTelling, mailed: Day, filing: Day | null): Block[] {
  const { claim, today, t, language } = telling
  const date = (day: Day) => formatDate(day, language)
  const birthday = payBirthday(claim[claimantPath(claim)]?.birthDate, today)
  const points: Point[] = [
    keptPoint(telling, 'timeline.application', PROCESSING.application.citation, {
      days: PROCESSING.application.highDays,
      date: date(applicationDay(mailed)),
    }),
    ...(claim.emergency?.requested === true
      ? [
          keptPoint(telling, 'timeline.emergency', DEADLINES.emergencyAward.citation, {
            days: DEADLINES.emergencyAward.amount,
            date: date(emergencyPayDay(mailed)),
            more: DEADLINES.emergencyExtension.amount,
          }),
        ]
      : []),
    ...(filing ? [keptPoint(telling, 'timeline.filing', DEADLINES.filing.citation, { date: date(filing) })] : []),
    ...(birthday ? [payPoint(telling, birthday)] : []),
  ]
  return [
    { kind: 'heading', text: t('keep:timeline.other') },
    { kind: 'points', items: points },
  ]
}

function payPoint(telling: KeptTelling, { from, to }: { readonly from: Day; readonly to: Day }): Point {
  const { language } = telling
  const age = DEADLINES.payAge.amount
  if (from === to) return keptPoint(telling, 'timeline.minor', DEADLINES.payAge.citation, { age, date: formatDate(from, language) })
  return keptPoint(telling, 'timeline.minorBetween', DEADLINES.payAge.citation, {
    age,
    from: formatDate(from, language),
    to: formatDate(to, language),
  })
}
