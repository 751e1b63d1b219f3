import { firstDayOf, type PartialDate } from '#machines/calendar/day.ts'
import type { LanguageCode } from './languages.ts'

/** Money as people read it, from integer cents: `$1,234.50`, and `$10,000` when there are no cents. */
export function formatMoney(cents: number, language: LanguageCode): string {
  const digits = cents % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100)
}

/** A day, month or year as precisely as it was given: `March 4, 2022`, `March 2022`, `2022`. */
export function formatDate(date: PartialDate, language: LanguageCode): string {
  const style: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (date.length >= 7) style.month = 'long'
  if (date.length === 10) style.day = 'numeric'
  return new Intl.DateTimeFormat(locale(language), style).format(new Date(`${firstDayOf(date)}T00:00:00Z`))
}

/** A plain number with the separators of the language: `18.5`, `1,200`. */
export function formatNumber(value: number, language: LanguageCode): string {
  return new Intl.NumberFormat(locale(language)).format(value)
}

/** Spanish as written in the United States: a comma between thousands, as on every local form. */
const locale = (language: LanguageCode) => (language === 'en' ? 'en-US' : language === 'es' ? 'es-US' : language)
