import { caseTarget } from '#app/auth/case-visit.server.ts'
import type { StaffVisit } from '#app/auth/visit.server.ts'
import { CASES_PER_PAGE } from '#app/data/caseload/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import type { SentForm } from '#app/forms/sent-form.server.ts'
import { PASSWORD_LEAST, passwordFault } from '#app/packet/password.ts'
import { tooMuch } from '#app/security/forms/read-body.server.ts'
import { may, type Deed } from '#machines/casework/permissions.ts'

/** Most cases whose papers or files are made at once. All of them stay in memory until the last one is made. */
const MOST_AT_ONCE = 10

/** The files that can be made of marked cases, each with the permission that the member needs for every case. */
export const DEED_OF = { papers: 'print:case', files: 'make:export' } as const satisfies Record<string, Deed>
export type ManyIntent = keyof typeof DEED_OF

/**
 * Numbers of the cases that a member marked in the list.
 * @throws Response 413 for more cases than a page of the list has
 */
export function markedCases(form: SentForm): number[] {
  const marked = [...new Set(form.all('case'))]
  if (marked.length > CASES_PER_PAGE) throw tooMuch()
  return marked.filter(text => /^[1-9]\d{0,8}$/.test(text)).map(Number)
}

/** Reasons not to make papers or files of the marked cases: either all of them are made, or none. */
export async function manyProblems(
  { casework, actor }: StaffVisit,
  form: SentForm,
  intent: ManyIntent,
): Promise<{ readonly faults: readonly FormProblem[]; readonly refused: readonly number[] }> {
  const numbers = markedCases(form)
  const password = intent === 'files' ? form.text('password') : ''
  const wrong = password === '' ? null : passwordFault(password)
  const faults: FormProblem[] = [
    ...(numbers.length === 0 || numbers.length > MOST_AT_ONCE
      ? [{ field: 'cases', key: 'caseload:errors.many', params: { most: MOST_AT_ONCE } }]
      : []),
    ...(wrong ? [{ field: 'password', key: `records:take.problem.${wrong}`, params: { least: PASSWORD_LEAST } }] : []),
  ]
  if (faults.length > 0) return { faults, refused: [] }
  const refused: number[] = []
  for (const number of numbers) {
    const head = await casework.cases.peek(actor, number)
    if (!head.ok || head.value.summary === null || !may(actor, DEED_OF[intent], caseTarget(actor, head.value))) refused.push(number)
  }
  return { faults, refused }
}
