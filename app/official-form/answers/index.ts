import type { FormAnswer } from './form-answer.ts'
import { MATTER_ANSWERS } from './matters.ts'
import { PEOPLE_ANSWERS } from './people.ts'

/** All answers that can fill in a field of a form. */
export const FORM_ANSWERS: readonly FormAnswer[] = [...PEOPLE_ANSWERS, ...MATTER_ANSWERS]

const byId = new Map(FORM_ANSWERS.map(answer => [answer.id, answer]))

/** The answer with this id, or `null` when there is none. */
export const findAnswer = (id: string): FormAnswer | null => byId.get(id) ?? null

/** The values of this answer that a box to tick can stand for. */
export function valuesOf(answer: FormAnswer): readonly string[] {
  return answer.kind === 'yes-no' ? ['yes', 'no'] : (answer.choices?.values ?? [])
}
