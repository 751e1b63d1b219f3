import type { LanguageCode } from '#app/i18n/languages.ts'
import { languageName, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { translationBlocks } from './translation-blocks.ts'

/** How many lines there are for a story that will be written by hand. */
const LINES_BY_HAND = 14

/**
 * What happened, as the person told it, or room to write it by hand where the page was left open. A story in another language than
 * English stays as it is, is labelled, and gets room for a translation, because this program does not translate what people write. The
 * sheet begins its own page, so that the person can leave it with a helper or take it out, and no other text goes with it.
 * @param told the language in which the person works
 * @returns `null` where the person chose to leave the story out of these papers
 */
export function story(telling: Telling, told: LanguageCode): Sheet | null {
  const { claim, t, language, withoutStory } = telling
  if (withoutStory) return null
  const text = claim.crime?.circumstances?.trim()
  return {
    id: 'story',
    title: t('packet:story.title'),
    // A guardian's words about the victim are not the claimant's own.
    eyebrow: t(claim.filer === 'parent-or-guardian' ? 'packet:eyebrow.companion' : 'packet:eyebrow.ownWords'),
    language,
    blocks: [...(text ? toldBlocks(telling, told, text) : byHand(telling)), ...(told === 'en' ? [] : translationBlocks(telling, told))],
  }
}

const byHand = ({ t }: Telling): Block[] => [
  { kind: 'paragraph', text: t('statements:emptyLines') },
  { kind: 'writing-space', label: t('packet:field.circumstances'), lines: LINES_BY_HAND },
]

function toldBlocks(telling: Telling, told: LanguageCode, text: string): Block[] {
  const { t } = telling
  const intro = told === 'en' ? t('packet:story.intro') : t('packet:story.introOther', { language: languageName(told, telling) })
  return [
    { kind: 'paragraph', text: intro },
    { kind: 'story', text, language: told, paths: ['crime.circumstances'] },
  ]
}
