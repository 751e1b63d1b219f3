import { getLanguage } from '#app/i18n/languages.ts'
import type { Telling } from '../answers.ts'
import type { Block } from '../sheet.ts'

/** Says that a machine drafted the translation of the papers; empty for every other language. */
export function translationNote({ t, language }: Telling): Block[] {
  return getLanguage(language).paper === 'drafted-by-machine' ? [{ kind: 'paragraph', small: true, text: t('packet:translated') }] : []
}
