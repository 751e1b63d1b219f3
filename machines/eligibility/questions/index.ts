import type { CheckQuestion } from '../check-question.ts'
import { birthYear } from './birth-year.ts'
import { dates } from './dates.ts'
import { hours } from './hours.ts'
import { kinds } from './kinds.ts'
import { lossProof } from './loss-proof.ts'
import { pauses } from './pauses.ts'
import { place } from './place.ts'
import { proof } from './proof.ts'

const IN_ORDER = [kinds, place, dates, hours, birthYear, proof, lossProof, pauses] as const satisfies readonly CheckQuestion[]

export type CheckQuestionId = (typeof IN_ORDER)[number]['id']

/** The questions of the check, in the order in which they are asked. A question depends only on those before it. */
export const CHECK_QUESTIONS: readonly CheckQuestion<CheckQuestionId>[] = IN_ORDER

const byId = new Map<string, CheckQuestion<CheckQuestionId>>(CHECK_QUESTIONS.map(question => [question.id, question]))

/** Whether `text` names a question of the check. */
export const isCheckQuestionId = (text: string): text is CheckQuestionId => byId.has(text)

/** The question with this id. */
export function getCheckQuestion(id: CheckQuestionId): CheckQuestion<CheckQuestionId> {
  const question = byId.get(id)
  if (!question) throw new RangeError(`no question "${id}"`)
  return question
}
