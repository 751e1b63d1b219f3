import { incomeLossLimits } from '#machines/law/income-loss.ts'
import type { IncomeLossLine } from '#machines/rules/income-loss-lines.ts'
import type { IncomeLossResult } from '#machines/rules/income-loss.ts'
import { countedReadings, type CountedReading, type CountedYear } from '#machines/rules/income-loss-years.ts'
import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts'
import { textAnswer, type Telling } from '../answers.ts'
import type { Block, Cell, Column } from '../sheet.ts'
import { sourcesOf } from './kept-point.ts'

/** Whether the estimate is a single figure, which has no low and no high end. */
export const isExact = ({ lowCents, highCents }: Ends): boolean => lowCents === highCents

/** The total under each reading of "year", counting the best years. */
export function readingBlocks(telling: Telling, result: IncomeLossResult): Block[] {
  const { claim, today, t } = telling
  const readings = countedReadings(claim.work, result, today)
  if (readings.length === 0) return []
  return [
    { kind: 'heading', text: t('keep:estimate.readings') },
    { kind: 'paragraph', text: t('keep:estimate.readingsIntro', { count: incomeLossLimits(today).mostYears }) },
    readingTable(telling, readings),
    ...(isExact(result) ? [] : [{ kind: 'paragraph', small: true, text: t('keep:estimate.wider') } as const]),
  ]
}

/**
 * The estimate step by step: how a row is counted, then the best years of each reading of "year" with their rows.
 * It shows the high end, because only there does each row have one rate and one number of hours.
 */
export function arithmeticBlocks(telling: Telling, result: IncomeLossResult): Block[] {
  const { claim, today, t } = telling
  const years = countedReadings(claim.work, result, today).flatMap(reading => reading.years)
  if (years.length === 0) return []
  const sources = [...new Set(years.flatMap(({ lines }) => lines.map(line => line.citation)))]
  return [
    { kind: 'heading', text: t(isExact(result) ? 'keep:estimate.howExact' : 'keep:estimate.how') },
    {
      kind: 'paragraph',
      text: [
        t('keep:estimate.rule', { hours: incomeLossLimits(today).hoursPerWeek }),
        ...(isExact(result) ? [] : [t('keep:estimate.unsure')]),
      ].join(' '),
    },
    ...years.flatMap(year => yearBlocks(telling, year)),
    {
      kind: 'paragraph',
      small: true,
      text: [t('keep:estimate.rounding'), ...(sources.length > 0 ? [t('keep:sources', { list: sourcesOf(telling, sources) })] : [])].join(
        ' ',
      ),
    },
  ]
}

/** The ends of a sum, in cents. */
interface Ends {
  readonly lowCents: number
  readonly highCents: number
}

/** The columns for sums and their cells: the low and the high end, or a single amount where each row has only one. */
export function moneyColumns(
  { t, language }: Telling,
  sums: readonly Ends[],
): { readonly columns: readonly Column[]; readonly cells: (sum: Ends) => Cell[] } {
  const money = (cents: number): Cell => ({ text: formatMoney(cents, language) })
  const column = (name: string, weight: number): Column => ({ text: t(`packet:column.${name}`), weight, align: 'end' })
  return sums.every(isExact)
    ? { columns: [column('amount', 1.3)], cells: sum => [money(sum.highCents)] }
    : { columns: [column('low', 1.2), column('high', 1.3)], cells: sum => [money(sum.lowCents), money(sum.highCents)] }
}

function readingTable(telling: Telling, readings: readonly CountedReading[]): Block {
  const { t } = telling
  const money = moneyColumns(telling, readings)
  return {
    kind: 'table',
    columns: [{ text: t('packet:column.reading'), weight: 3 }, ...money.columns],
    rows: readings.map(each => [{ text: t(`packet:estimate.reading.${each.reading}`) }, ...money.cells(each)]),
  }
}

const COLUMNS = [
  ['period', 2],
  ['from', 2],
  ['to', 2],
  ['days', 0.7],
  ['countedHours', 0.8],
  ['rate', 1],
  ['amount', 1.3],
] as const

function yearBlocks(telling: Telling, year: CountedYear): Block[] {
  const { t, language } = telling
  const money = (cents: number) => formatMoney(cents, language)
  const columns: Column[] = COLUMNS.map(([name, weight], index) => ({
    text: t(`packet:column.${name}`),
    weight,
    align: index > 2 ? 'end' : 'start',
  }))
  const total = (text: string, cents: number): Cell[] => [
    { text },
    ...Array.from({ length: COLUMNS.length - 2 }, () => ({ text: '' })),
    { text: money(cents) },
  ]
  return [
    {
      kind: 'heading',
      text: t(`keep:estimate.year.${year.reading}`, {
        from: formatDate(year.from, language),
        to: formatDate(year.to, language),
        year: year.from.slice(0, 4),
      }),
    },
    {
      kind: 'table',
      columns,
      rows: [
        ...year.lines.map(line => lineCells(telling, line)),
        total(t('keep:estimate.sum'), year.sumCents),
        total(t('keep:estimate.counts'), year.highCents),
      ],
    },
  ]
}

function lineCells({ claim, t, language }: Telling, line: IncomeLossLine): Cell[] {
  return [
    { text: textAnswer(claim.work?.[line.period]?.kind, '').words ?? t('packet:calculation.period', { number: line.period + 1 }) },
    { text: formatDate(line.from, language) },
    { text: formatDate(line.to, language) },
    { text: formatNumber(line.days, language) },
    { text: formatNumber(line.hoursPerWeek, language) },
    { text: formatMoney(line.centsPerHour, language) },
    { text: formatMoney(line.cents, language) },
  ]
}
