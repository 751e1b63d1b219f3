import { CITATIONS } from '#machines/law/citations.ts'
import type { LifecycleObstacle } from '#machines/draft/needs.ts'
import type { DueThing } from '#machines/rules/due-dates.ts'
import { DUE_ASSUMPTIONS } from '#machines/rules/due-dates.ts'
import type { Translate } from '#app/i18n/translator.ts'

/** A sentence, and the source of what it says. */
export interface SourcedSentence {
  readonly text: string
  /** Short form of the source, which is never translated; `null` for a choice of this program. */
  readonly source: string | null
}

/** The sentence about why a step of the lifecycle waits, in the reader's language. */
export function obstacleSentence(t: Translate, { code, citation, params }: LifecycleObstacle): SourcedSentence {
  const item = params?.item
  return {
    text: t(`lifecycle:whyNot.${code}`, item === undefined ? {} : { item: t(`rules:missing.${item}`) }),
    source: citation === 'house-choice' ? null : CITATIONS[citation].text,
  }
}

/** Sentences about a thing that is due: what it is, how sure its day is and how it is counted. The page adds the day itself. */
export function dueSentences(t: Translate, { kind, whose, certainty, overdue, citation, assumptions }: DueThing) {
  return {
    what: t(`lifecycle:due.kind.${kind}`),
    whose: t(`lifecycle:due.whose.${whose}`),
    notes: [
      ...(overdue ? [t(`lifecycle:due.overdue.${whose}`)] : []),
      t(`lifecycle:due.certainty.${certainty}`),
      ...assumptions.map(id => assumptionSentence(t, id)),
    ],
    source: CITATIONS[citation].text,
  }
}

/** An assumption by which a day is counted, in the reader's language. */
export const assumptionSentence = (t: Translate, id: DueThing['assumptions'][number]): string =>
  t(Object.hasOwn(DUE_ASSUMPTIONS, id) ? `lifecycle:due.assumption.${id}` : `rules:assumption.${id}`)
