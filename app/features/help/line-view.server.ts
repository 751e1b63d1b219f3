import type { LanguageCode } from '#app/i18n/languages.ts'
import { CITATIONS } from '#machines/law/citations.ts'
import type { Hotline } from '#machines/law/contacts.ts'

/** One help line as a page shows it. */
export interface LineView {
  readonly id: string
  /** The line's own name, which is never translated. */
  readonly name: string
  readonly phone: string | null
  readonly text: { readonly number: string; readonly word: string | null } | null
  readonly tty: string | null
  readonly always: boolean
  /** Whether the number comes from another source than the agency itself, and may have changed. */
  readonly mayHaveChanged: boolean
}

export function lineView(line: Hotline, language: LanguageCode): LineView {
  const word = language === 'es' ? (line.keywordEs ?? line.keyword) : line.keyword
  const { confidence } = CITATIONS[line.citation]
  return {
    id: line.id,
    name: line.name,
    phone: line.phone,
    text: line.text === null ? null : { number: line.text, word },
    tty: line.tty,
    always: line.always,
    mayHaveChanged: confidence !== 'agency' && confidence !== 'statute',
  }
}
