import { formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { ClaimFile, WorkPeriod } from '#machines/answers/claim-file.ts'
import type { Answer } from '#machines/answers/question.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { pathOf, type CheckVisit } from './visit.server.ts'

/** A sentence that the page looks up and fills in. */
export interface Sentence {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** One question on the list of answers. */
export interface AnswerLine {
  readonly id: CheckQuestionId
  readonly path: string
  readonly sentences: readonly Sentence[]
}

const labels = (group: string, values: unknown, none: string): Sentence[] => {
  const chosen = values as readonly string[]
  return chosen.length === 0 ? [{ key: none }] : chosen.map(value => ({ key: `terms:${group}.${value}` }))
}

function dateSentences({ start, end }: NonNullable<ClaimFile['crime']>, language: LanguageCode): Sentence[] {
  const sentences: Sentence[] = []
  if (start) sentences.push({ key: 'check:dates.from', params: { date: formatDate(start, language) } })
  if (end === 'ongoing') sentences.push({ key: 'check:dates.goesOn' })
  else if (end) sentences.push({ key: 'check:dates.until', params: { date: formatDate(end, language) } })
  return sentences
}

function hoursSentence(hours: WorkPeriod['hoursPerWeek']): Sentence {
  if (typeof hours === 'object') return { key: 'check:hours.range', params: hours }
  return { key: 'check:hours.one', params: { hours: hours ?? 0 } }
}

/** How the answer of each question is said. */
const SAID: Readonly<Record<CheckQuestionId, (answer: Answer, language: LanguageCode) => Sentence[]>> = {
  kinds: answer => labels('kind', answer.kinds, 'terms:none'),
  place: answer => [{ key: `check:place.options.${answer.place as string}` }],
  dates: (answer, language) => dateSentences(answer, language),
  hours: answer => [hoursSentence(answer.hoursPerWeek as WorkPeriod['hoursPerWeek'])],
  'birth-year': (answer, language) => [
    { key: 'check:birth-year.answer', params: { date: formatDate(answer.birthDate as string, language) } },
  ],
  proof: answer => labels('evidence', answer.evidence, 'check:proof.none'),
  'loss-proof': answer => labels('incomeEvidence', answer.incomeEvidence, 'check:loss-proof.none'),
  pauses: answer => labels('pause', answer.pauses, 'check:pauses.none'),
}

/** Every question that was asked, with what was answered. */
export function answerLines({ answers, replay }: CheckVisit, language: LanguageCode): AnswerLine[] {
  return replay.reachable.map(id => {
    const entry = answers[id]
    const sentences = entry && 'value' in entry ? SAID[id](entry.value, language) : [{ key: 'check:result.skipped' }]
    return { id, path: pathOf(id), sentences }
  })
}
