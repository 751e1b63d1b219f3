import type { FormAnswer } from './form-answer.ts'
import { MATTER_ANSWERS } from './matters.ts'
import { PEOPLE_ANSWERS } from './people.ts'

/** Everything that a form can be filled in with. */
export const FORM_ANSWERS: readonly FormAnswer[] = [...PEOPLE_ANSWERS, ...MATTER_ANSWERS]

const byId = new Map(FORM_ANSWERS.map(answer => [answer.id, answer]))

/** The answer of a map, or `null` where there is none of that name. */
export const findAnswer = (id: string): FormAnswer | null => byId.get(id) ?? null

/** Values that a box to tick can stand for. */
export function valuesOf(answer: FormAnswer): readonly string[] {
  return answer.kind === 'yes-no' ? ['yes', 'no'] : (answer.choices?.values ?? [])
}
