import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { EstimateBars, YearBar } from '#machines/rules/estimate-bars.ts'
import { amountSentence } from './money-words.server.ts'

/** Two lengths of a bar, as shares (0 to 1) of the most that it can be. */
export interface BarLengths {
  readonly low: number
  readonly high: number
}

/** The picture of an estimate, with the words that say the same. */
export interface EstimateView {
  readonly all: BarLengths
  /** Both ends of the bar for all years. */
  readonly ends: readonly [string, string]
  readonly years: readonly { readonly when: string; readonly words: readonly string[]; readonly bar: BarLengths }[]
  /** How to read the picture. */
  readonly notes: readonly string[]
}

/** @param bars what `estimateBars` has found */
export function estimateView(bars: EstimateBars, language: LanguageCode, t: Translate): EstimateView {
  const { lowCents, highCents, capCents, mostCents, years, isWider } = bars
  const hasRange = [bars, ...years].some(bar => bar.lowCents !== bar.highCents)
  return {
    all: { low: lowCents / mostCents, high: highCents / mostCents },
    ends: [formatMoney(0, language), formatMoney(mostCents, language)],
    years: years.map(year => ({
      when: whenOf(year, language, t),
      words: wordsOf(year, language, t),
      bar: { low: year.lowCents / capCents, high: year.highCents / capCents },
    })),
    notes: [
      t('check:result.barMeaning', { most: formatMoney(capCents, language) }),
      ...(hasRange ? [t('check:result.barRange')] : []),
      ...(isWider ? [t('check:result.barReading')] : []),
    ],
  }
}

/** A calendar year by its number, other 12 months by both days. */
function whenOf({ from, to }: YearBar, language: LanguageCode, t: Translate): string {
  if (from.endsWith('-01-01')) return formatDate(from.slice(0, 4), language)
  return t('check:result.barDays', { from: formatDate(from, language), to: formatDate(to, language) })
}

function wordsOf(year: YearBar, language: LanguageCode, t: Translate): string[] {
  const { key, params } = amountSentence(year, language)
  // Hours beyond the limit change no amount, so only below it does one amount mean one number of hours.
  const isOne = year.lowCents === year.highCents && !year.isCapped
  const hours = t(isOne ? 'check:result.barHoursAbout' : 'check:result.barHours', {
    count: year.mostHours,
    hours: formatNumber(year.mostHours, language),
  })
  return [hours, t(key, params), ...(year.isCapped ? [t('check:result.barMost')] : [])]
}
