import { getLanguage } from './languages.ts'
import { perLanguage } from './per-language.ts'

/** Names of the twelve months as they stand alone, January first. */
export const formatMonths = perLanguage((language): readonly string[] => {
  const format = new Intl.DateTimeFormat(getLanguage(language).intl, { timeZone: 'UTC', month: 'long' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2024, month, 1))))
})
