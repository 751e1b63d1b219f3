import { getLanguage } from '#app/i18n/languages.ts'
import type { Telling } from '../answers.ts'
import type { Block } from '../sheet.ts'

/** How far the translation of the papers has come, where that is no further than a machine's draft. */
export function translationNote({ t, language }: Telling): Block[] {
  return getLanguage(language).paper === 'drafted-by-machine' ? [{ kind: 'paragraph', small: true, text: t('packet:translated') }] : []
}
