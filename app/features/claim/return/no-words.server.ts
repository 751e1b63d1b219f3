import { STORAGE_TERMS } from '../storage.server.ts'
import type { AnswerVisit } from '../visit.server.ts'

/** What somebody without words is told: ready sentences. */
export interface NoWords {
  readonly title: string
  readonly text: string
  readonly make: string
}

/** Answered pages from which on a pause would lose much. */
const PAGES_WORTH_WORDS = 3

/** What a pause would lose; `null` where the answers have words, or are few. */
export const noWordsView = ({ draft, speech: { t } }: AnswerVisit): NoWords | null =>
  draft.hasPhrase || Object.keys(draft.answers).length < PAGES_WORTH_WORDS
    ? null
    : {
        title: t('claim:noWords.title'),
        text: t('claim:noWords.text', { count: STORAGE_TERMS.minutes }),
        make: t('claim:noWords.make'),
      }
