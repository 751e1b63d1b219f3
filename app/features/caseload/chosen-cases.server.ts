import { caseTarget } from '#app/auth/case-visit.server.ts'
import type { StaffVisit } from '#app/auth/visit.server.ts'
import { CASES_PER_PAGE } from '#app/data/caseload/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import type { SentForm } from '#app/forms/sent-form.server.ts'
import { PASSWORD_LEAST, passwordProblem } from '#app/packet/password.ts'
import { tooMuch } from '#app/security/forms/read-body.server.ts'
import { may, type Permission } from '#machines/casework/permissions.ts'

/** Most cases whose papers or files are made at once. All of them stay in memory until the last one is made. */
const MOST_AT_ONCE = 10

/** The files that can be made of chosen cases, each with the permission that the member needs for every case. */
export const PERMISSION_OF = { papers: 'print:case', files: 'make:export' } as const satisfies Record<string, Permission>
export type ManyIntent = keyof typeof PERMISSION_OF

/**
 * Numbers of the cases that a member chosen in the list.
 * @throws Response 413 for more cases than a page of the list has
 */
export function chosenCases(form: SentForm): number[] {
  const chosen = [...new Set(form.all('case'))]
  if (chosen.length > CASES_PER_PAGE) throw tooMuch()
  return chosen.filter(text => /^[1-9]\d{0,8}$/.test(text)).map(Number)
}

/** Reasons not to make papers or files of the chosen cases: either all of them are made, or none. */
export async function manyProblems(
  { casework, actor }: StaffVisit,
  form: SentForm,
  intent: ManyIntent,
): Promise<{ readonly problems: readonly FormProblem[]; readonly refused: readonly number[] }> {
  const numbers = chosenCases(form)
  const password = intent === 'files' ? form.text('password') : ''
  const wrong = password === '' ? null : passwordProblem(password)
  const problems: FormProblem[] = [
    ...(numbers.length === 0 || numbers.length > MOST_AT_ONCE
      ? [{ field: 'cases', key: 'caseload:errors.many', params: { most: MOST_AT_ONCE } }]
      : []),
    ...(wrong ? [{ field: 'password', key: `records:take.problem.${wrong}`, params: { least: PASSWORD_LEAST } }] : []),
  ]
  if (problems.length > 0) return { problems, refused: [] }
  const refused: number[] = []
  for (const number of numbers) {
    const head = await casework.cases.peek(actor, number)
    if (!head.ok || head.value.summary === null || !may(actor, PERMISSION_OF[intent], caseTarget(actor, head.value))) refused.push(number)
  }
  return { problems, refused }
}
