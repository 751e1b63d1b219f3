import { isPartialDate } from '#machines/calendar/day.ts'
import type { AssumptionId } from '#machines/law/assumptions.ts'
import { ASSUMPTIONS } from '#machines/law/assumptions.ts'
import { CITATIONS, isVerified, type CitationId } from '#machines/law/citations.ts'
import type { Reason } from '#machines/rules/reason.ts'
import { formatDate, formatMoney } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Point } from './sheet.ts'

/** The sentence of a reason. Days and cents among its parameters are formatted for people. */
export function reasonText(t: Translate, language: LanguageCode, { code, params = {} }: Pick<Reason, 'code' | 'params'>): string {
  const readable = Object.entries(params).map(([name, value]) => {
    if (name.endsWith('Cents') && typeof value === 'number') return [name, formatMoney(value, language)]
    return [name, typeof value === 'string' && isPartialDate(value) ? formatDate(value, language) : value]
  })
  return t(`rules:reason.${code}`, Object.fromEntries(readable) as Record<string, unknown>)
}

/** The source of a point. A source that is not verified is marked so. */
export function sourceLine(t: Translate, id: CitationId): string {
  return t(isVerified(id) ? 'packet:source.verified' : 'packet:source.notVerified', { text: CITATIONS[id].text })
}

export function reasonPoint(t: Translate, language: LanguageCode, reason: Reason): Point {
  return { text: reasonText(t, language, reason), notes: [sourceLine(t, reason.citation)] }
}

export function assumptionPoint(t: Translate, id: AssumptionId): Point {
  return { text: t(`rules:assumption.${id}`), notes: [sourceLine(t, ASSUMPTIONS[id])] }
}
