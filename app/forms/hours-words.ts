import { formatNumber } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Hours } from './typed-hours.ts'

/** Weekly hours in words: `40 hours a week`, `30 to 45.5 hours a week`. */
export function hoursWords(hours: Hours, t: Translate, language: LanguageCode): string {
  if (typeof hours === 'number') return t('check:hours.one', { hours: formatNumber(hours, language) })
  return t('check:hours.range', { low: formatNumber(hours.low, language), high: formatNumber(hours.high, language) })
}
