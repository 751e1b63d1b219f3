import { CITATIONS, isVerified, type CitationId } from '#machines/law/citations.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import { incomeLossLines } from '#machines/rules/income-loss-lines.ts'
import { incomeLoss, type YearAmount } from '#machines/rules/income-loss.ts'
import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts'
import { textAnswer, type Telling } from '../answers.ts'
import type { Block, Cell, Sheet } from '../sheet.ts'

/**
 * The claimant's own figures: period, hours, state wage of each day, amount, yearly limit. The sheet is made only when the person
 * asked for it. It never shows the low end of the estimate and never calls the sum an award.
 */
export function calculationSheet(telling: Telling): Sheet | null {
  const { claim, today, t, language } = telling
  if (claim.calculationSheet !== true) return null
  const lines = incomeLossLines(claim.work, today)
  if (lines.length === 0) return null
  const limits = incomeLossLimits(today)
  const money = (cents: number) => formatMoney(cents, language)
  const { highCents, years } = incomeLoss(claim.work, today)
  const sum = lines.reduce((total, line) => total + line.cents, 0)
  const weights = [
    ['period', 2],
    ['from', 2],
    ['to', 2],
    ['days', 0.7],
    ['countedHours', 0.8],
    ['rate', 1],
    ['amount', 1.3],
  ] as const
  const table: Block = {
    kind: 'table',
    columns: weights.map(([name, weight], index) => ({ text: t(`packet:column.${name}`), weight, align: index > 2 ? 'end' : 'start' })),
    rows: lines.map((line): Cell[] => [
      { text: textAnswer(claim.work?.[line.period]?.kind, '').words ?? t('packet:calculation.period', { number: line.period + 1 }) },
      { text: formatDate(line.from, language) },
      { text: formatDate(line.to, language) },
      { text: formatNumber(line.days, language) },
      { text: formatNumber(line.hoursPerWeek, language) },
      { text: money(line.centsPerHour) },
      { text: money(line.cents) },
    ]),
  }
  const named = (id: CitationId) => (isVerified(id) ? CITATIONS[id].text : `${CITATIONS[id].text} (${t('packet:source.notVerifiedWord')})`)
  const sources = [...new Set([...lines.map(line => line.citation), limits.capCitation, limits.hoursCitation])]
  return {
    id: 'calculation',
    title: t('packet:calculation.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:calculation.intro', { hours: limits.hoursPerWeek }) },
      table,
      {
        kind: 'rows',
        rows: [
          { label: t('packet:calculation.sum'), value: money(sum), paths: [] },
          {
            label: t('packet:calculation.limit'),
            value: t('packet:calculation.limitValue', { amount: money(limits.capCentsPerYear), years: limits.mostYears }),
            paths: [],
          },
          { label: t('packet:calculation.claimed'), value: money(highCents), paths: [] },
        ],
      },
      ...yearBlocks(telling, years, limits.mostYears),
      { kind: 'paragraph', small: true, text: t('packet:calculation.note') },
      { kind: 'paragraph', small: true, text: t('packet:calculation.sources', { list: sources.map(named).join('; ') }) },
    ],
  }
}

/** The high amount of each year, under both readings of "year". */
function yearBlocks({ t, language }: Telling, years: readonly YearAmount[], count: number): Block[] {
  if (years.length === 0) return []
  const columns = [
    ['reading', 2.4],
    ['from', 2],
    ['to', 2],
    ['amount', 1.3],
  ] as const
  return [
    { kind: 'heading', text: t('statements:calculation.years') },
    { kind: 'paragraph', text: t('statements:calculation.yearsIntro', { count }) },
    {
      kind: 'table',
      columns: columns.map(([name, weight], index) => ({ text: t(`packet:column.${name}`), weight, align: index > 2 ? 'end' : 'start' })),
      rows: years.map(({ reading, from, to, highCents }) =>
        [
          t(`packet:estimate.reading.${reading}`),
          formatDate(from, language),
          formatDate(to, language),
          formatMoney(highCents, language),
        ].map(text => ({ text })),
      ),
    },
  ]
}
