import { STORAGE_TERMS } from '../storage.server.ts'
import type { AnswerVisit } from '../visit.server.ts'

/** The notice for a person without a phrase, as ready sentences. */
export interface NoWords {
  readonly title: string
  readonly text: string
  readonly make: string
}

/** Number of answered pages from which on the notice is shown. */
const PAGES_WORTH_WORDS = 3

/** The notice about what a pause would lose; `null` if the claim has a phrase or few answers. */
export const noWordsView = ({ draft, speech: { t } }: AnswerVisit): NoWords | null =>
  draft.hasPhrase || Object.keys(draft.answers).length < PAGES_WORTH_WORDS
    ? null
    : {
        title: t('claim:noWords.title'),
        text: t('claim:noWords.text', { count: STORAGE_TERMS.minutes }),
        make: t('claim:noWords.make'),
      }
