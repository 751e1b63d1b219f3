import { languageName, type Telling } from '../answers.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Block, Sheet } from '../sheet.ts'

/**
 * What happened, as the person told it. A story in another language than English stays as it is, is labelled, and gets room for
 * a translation with the translator's own statement, because this program does not translate what people write. The sheet begins
 * its own page, so that the person can leave it with a helper or take it out, and no other text goes with it.
 * @param told the language in which the person works
 */
export function story(telling: Telling, told: LanguageCode): Sheet | null {
  const { claim, t, language } = telling
  const text = claim.crime?.circumstances?.trim()
  if (!text) return null
  const sheet = { id: 'story', title: t('packet:story.title'), eyebrow: t('packet:eyebrow.ownWords'), language }
  const words: Block = { kind: 'story', text, language: told, paths: ['crime.circumstances'] }
  if (told === 'en') return { ...sheet, blocks: [{ kind: 'paragraph', text: t('packet:story.intro') }, words] }
  return {
    ...sheet,
    blocks: [
      { kind: 'paragraph', text: t('packet:story.introOther', { language: languageName(told, telling) }) },
      words,
      { kind: 'heading', text: t('packet:story.translation.title') },
      { kind: 'writing-space', label: t('packet:story.translation.space'), lines: 4 },
      {
        kind: 'signature',
        sentences: [{ text: t('packet:story.translation.statement', { language: languageName(told, telling) }) }],
        note: t('packet:draft'),
        roomBefore: 5,
        lines: [
          [
            { label: t('packet:sign.translator'), weight: 2 },
            { label: t('packet:sign.printedName'), weight: 2 },
            { label: t('packet:sign.date'), weight: 1 },
          ],
        ],
      },
    ],
  }
}
