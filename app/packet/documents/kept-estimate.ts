import { incomeLossLimits } from '#machines/law/income-loss.ts'
import { incomeLoss } from '#machines/rules/income-loss.ts'
import { formatDate, formatMoney } from '#app/i18n/format.ts'
import type { Telling } from '../answers.ts'
import { assumptionPoint, reasonPoint } from '../explain.ts'
import type { Block, Column, Sheet } from '../sheet.ts'
import { aboutAnother } from './about-another.ts'
import { arithmeticBlocks, isExact, moneyColumns, readingBlocks } from './kept-estimate-arithmetic.ts'

/**
 * The estimate as a range, with everything that it rests on. Only the part to keep shows the low end. When nothing can be
 * counted yet, the sheet says why and shows no zero that would look like the result.
 */
export function keptEstimate(telling: Telling): Sheet {
  const { claim, today, t, language } = telling
  const result = incomeLoss(claim.work, today)
  const limits = incomeLossLimits(today)
  const money = (cents: number) => formatMoney(cents, language)
  const exact = isExact(result)
  const range = exact
    ? t('packet:estimate.exact', { amount: money(result.highCents) })
    : t('packet:estimate.range', { low: money(result.lowCents), high: money(result.highCents) })
  return {
    id: 'estimate',
    title: t('packet:estimate.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      ...(result.highCents > 0
        ? [{ kind: 'figure' as const, label: t('packet:estimate.label'), text: range, note: t('packet:estimate.notPromise') }]
        : []),
      { kind: 'paragraph', text: t('packet:estimate.rule', { amount: money(limits.capCentsPerYear), count: limits.mostYears }) },
      { kind: 'notice', text: [t('packet:estimate.notMailed'), ...(exact ? [] : [t('packet:estimate.lowForYou')])].join(' ') },
      ...aboutAnother(telling),
      { kind: 'points', items: result.reasons.map(reason => reasonPoint(t, language, reason)) },
      ...readingBlocks(telling, result),
      ...yearTable(telling, result),
      ...arithmeticBlocks(telling, result),
      { kind: 'heading', text: t('packet:estimate.assumptions') },
      { kind: 'paragraph', text: t('packet:estimate.assumptionsIntro') },
      { kind: 'points', items: result.assumptions.map(id => assumptionPoint(t, id)) },
    ],
  }
}

function yearTable(telling: Telling, { years }: ReturnType<typeof incomeLoss>): Block[] {
  const { t, language } = telling
  if (years.length === 0) return []
  const money = moneyColumns(telling, years)
  const columns = [
    ['reading', 2.5],
    ['from', 2.2],
    ['to', 2.2],
  ] as const
  return [
    { kind: 'heading', text: t('packet:estimate.years') },
    {
      kind: 'table',
      columns: [...columns.map(([name, weight]): Column => ({ text: t(`packet:column.${name}`), weight })), ...money.columns],
      rows: years.map(year => [
        { text: t(`packet:estimate.reading.${year.reading}`) },
        { text: formatDate(year.from, language) },
        { text: formatDate(year.to, language) },
        ...money.cells(year),
      ]),
    },
  ]
}
