import type { LanguageCode } from '#app/i18n/languages.ts'
import { languageName, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'

/** Whether a translator signs this sheet: the story, or other words that a person typed in another language than English. */
export const isTranslated = ({ id, blocks }: Sheet): boolean =>
  ['story', 'own-words'].includes(id) && blocks.some(({ kind }) => kind === 'signature')

/** Room for a translation into English of what stands above, and the translator's own statement. */
export function translationBlocks(telling: Telling, told: LanguageCode): Block[] {
  const { t } = telling
  return [
    { kind: 'heading', text: t('packet:story.translation.title') },
    { kind: 'writing-space', label: t('packet:story.translation.space'), lines: 4, mayStayEmpty: true },
    translatorSignature(telling, told),
  ]
}

/** The translator's statement about the translation above it, to be signed. */
export const translatorSignature = (telling: Telling, told: LanguageCode): Block => ({
  kind: 'signature',
  sentences: [{ text: telling.t('packet:story.translation.statement', { language: languageName(told, telling) }) }],
  note: telling.t('packet:draft'),
  roomBefore: 5,
  lines: [
    [
      { label: telling.t('packet:sign.translator'), weight: 2 },
      { label: telling.t('packet:sign.printedName'), weight: 2 },
      { label: telling.t('packet:sign.date'), weight: 1 },
    ],
  ],
})
