import { firstDayOf, type PartialDate } from '#machines/calendar/day.ts'
import { getLanguage, type LanguageCode } from './languages.ts'

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** A format made once and used again: making one takes longer than all the writing that it does on a sheet. */
function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format {
  const known = formats.get(name) as Format | undefined
  if (known) return known
  const made = make()
  formats.set(name, made)
  return made
}

/** Money as people read it, from integer cents: `$1,234.50`, and `$10,000` when there are no cents. */
export function formatMoney(cents: number, language: LanguageCode): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const format = kept(
    `money ${digits} ${numbers(language)}`,
    () =>
      new Intl.NumberFormat(numbers(language), {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )
  return format.format(cents / 100)
}

/** A day, month or year as precisely as it was given: `March 4, 2022`, `March 2022`, `2022`. */
export function formatDate(date: PartialDate, language: LanguageCode): string {
  const style: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (date.length >= 7) style.month = 'long'
  if (date.length === 10) style.day = 'numeric'
  const format = kept(`date ${date.length} ${language}`, () => new Intl.DateTimeFormat(getLanguage(language).intl, style))
  return format.format(new Date(`${firstDayOf(date)}T00:00:00Z`))
}

/** A month where there is little room, as the first column of a table on a phone: `Sep 2022`. */
export function formatShortMonth(month: PartialDate, language: LanguageCode): string {
  const format = kept(
    `short month ${language}`,
    () => new Intl.DateTimeFormat(getLanguage(language).intl, { timeZone: 'UTC', year: 'numeric', month: 'short' }),
  )
  return format.format(new Date(`${firstDayOf(month)}T00:00:00Z`))
}

/** A plain number with the separators of the language: `18.5`, `1,200`. */
export function formatNumber(value: number, language: LanguageCode): string {
  return kept(`number ${numbers(language)}`, () => new Intl.NumberFormat(numbers(language))).format(value)
}

/** Numbers and money are written as on every form in the United States, in all languages, so that they can be copied as they stand. */
const numbers = (language: LanguageCode) => (language === 'es' ? 'es-US' : 'en-US')

/** The time of day in California: `2:05 PM`. */
export function formatClock(moment: Date, language: LanguageCode): string {
  return kept(
    `clock ${language}`,
    () => new Intl.DateTimeFormat(getLanguage(language).intl, { timeZone: 'America/Los_Angeles', hour: 'numeric', minute: '2-digit' }),
  ).format(moment)
}

/** A moment as people in California read it, to the minute: `March 4, 2:05 PM`. */
export function formatTime(moment: Date, language: LanguageCode): string {
  const format = kept(
    `time ${language}`,
    () =>
      new Intl.DateTimeFormat(getLanguage(language).intl, {
        timeZone: 'America/Los_Angeles',
        month: 'long',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }),
  )
  return format.format(moment)
}
