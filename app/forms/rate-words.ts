import { formatMoney, formatNumber } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { PayTotal } from '#machines/rules/pay-total.ts'
import type { Rate } from './typed-rate.ts'

/** A rate of pay in words: `$5 an hour`, `$50 a day, 6 days a week`. */
export function rateWords({ amountCents, per, times }: Rate, t: Translate, language: LanguageCode): string {
  const amount = formatMoney(amountCents, language)
  if (per === undefined) return amount
  const counted = times !== undefined && (per === 'day' || per === 'piece')
  return counted
    ? t(`claim:rate.counted.${per}`, { amount, times: formatNumber(times, language) })
    : t(`claim:rate.words.${per}`, { amount })
}

/** All the pay of a period in words: one amount, or a lower and a higher one. */
export function totalWords({ low, high }: PayTotal, t: Translate, language: LanguageCode): string {
  if (low === high) return formatMoney(low, language)
  return t('check:result.moneyRange', { low: formatMoney(low, language), high: formatMoney(high, language) })
}
