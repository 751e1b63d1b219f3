import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import { entryLines, type AnswerLine } from './answer-words.server.ts'
import type { FormValues } from './form/form-values.ts'
import type { PageOptions } from './question-view.server.ts'
import { pathOf, type ClaimVisit } from './visit.server.ts'

/** One page that was changed in two places: both answers, and what keeps the one or the other. */
export interface ConflictView {
  readonly title: string
  readonly mine: readonly AnswerLine[]
  readonly saved: readonly AnswerLine[]
  /** Page of the question, where the saved answer stands. */
  readonly path: string
  /** Address and fields that send the own answer again, now made from the saved one. */
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

export function conflictView(
  { speech }: ClaimVisit,
  id: QuestionId,
  { fromReview }: PageOptions,
  own: { readonly entry: Entry; readonly values: FormValues; readonly intent: string },
  saved: ClaimAnswers,
): ConflictView {
  const path = `${pathOf(id)}${fromReview ? '?from=review' : ''}`
  return {
    title: speech.t(`claim:questions.${id}.title`),
    mine: entryLines(id, own.entry, speech),
    saved: entryLines(id, saved[id], speech),
    path,
    action: path,
    fields: [
      ...Object.entries(own.values).flatMap(([name, texts]) => texts.map(text => [name, text] as const)),
      ['intent', own.intent],
      ['seen', fingerprint(saved[id])],
    ],
  }
}
