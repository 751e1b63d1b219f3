import { CITATIONS } from '#machines/law/citations.ts'
import type { LifeObstacle } from '#machines/draft/needs.ts'
import type { DueThing } from '#machines/rules/due-dates.ts'
import { DUE_ASSUMPTIONS } from '#machines/rules/due-dates.ts'
import type { Translate } from '#app/i18n/translator.ts'

/** A sentence, and where what it says was read. */
export interface SourcedSentence {
  readonly text: string
  /** Short form of the source, never translated; `null` where it is a choice of this program. */
  readonly source: string | null
}

/** Why a step waits, in the words of the reader. */
export function obstacleSentence(t: Translate, { code, citation, params }: LifeObstacle): SourcedSentence {
  const item = params?.item
  return {
    text: t(`life:whyNot.${code}`, item === undefined ? {} : { item: t(`rules:missing.${item}`) }),
    source: citation === 'house-choice' ? null : CITATIONS[citation].text,
  }
}

/** What is due, how sure its day is and on what it rests, in the words of the reader; the day itself is left to the page. */
export function dueSentences(t: Translate, { kind, whose, certainty, overdue, citation, assumptions }: DueThing) {
  return {
    what: t(`life:due.kind.${kind}`),
    whose: t(`life:due.whose.${whose}`),
    notes: [
      ...(overdue ? [t(`life:due.overdue.${whose}`)] : []),
      t(`life:due.certainty.${certainty}`),
      ...assumptions.map(id => assumptionSentence(t, id)),
    ],
    source: CITATIONS[citation].text,
  }
}

/** What a day rests on, in the words of the reader. */
export const assumptionSentence = (t: Translate, id: DueThing['assumptions'][number]): string =>
  t(Object.hasOwn(DUE_ASSUMPTIONS, id) ? `life:due.assumption.${id}` : `rules:assumption.${id}`)
