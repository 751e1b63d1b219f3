import { getLanguage, type LanguageCode } from './languages.ts'

/** Names of the twelve months as they stand alone, January first. */
export function formatMonths(language: LanguageCode): string[] {
  const format = new Intl.DateTimeFormat(getLanguage(language).intl, { timeZone: 'UTC', month: 'long' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2024, month, 1))))
}
