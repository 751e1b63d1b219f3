import { casePath, caseTarget, readCase } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { PASSWORD_LEAST } from '#app/packet/password.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { may } from '#machines/casework/permissions.ts'
import { isTakingProblem, type TakingProblem } from './take-case.server.ts'
import { beforeOf, recordDays, type RecordDay } from './record-view.server.ts'

export interface CaseRecordView {
  readonly number: number
  readonly days: readonly RecordDay[]
  readonly older: string | null
  readonly mayTake: boolean
  readonly mayErase: boolean
  readonly passwordLeast: number
  readonly problem: TakingProblem | null
}

/** The record of a case, and what the member may do with the case as a whole. */
export async function caseRecordView(context: StaffContext, request: Request, address: string | undefined): Promise<CaseRecordView> {
  const url = new URL(request.url)
  const {
    staff: { actor },
    number,
    found: { lines, before, ...head },
  } = await readCase(context, request, address, ({ records }, actor, number) => records.ofCase(actor, number, beforeOf(url)))
  const target = caseTarget(actor, head)
  const problem = url.searchParams.get('problem')
  return {
    number,
    // On the page of one case, lines need not name the case.
    days: recordDays(
      lines.map(line => ({ ...line, caseNumber: null })),
      requestLanguage(request).code,
    ),
    older: before === null ? null : `${casePath(number, 'record')}?before=${before}`,
    mayTake: head.summary !== null && may(actor, 'make:export', target),
    mayErase: may(actor, 'delete:case', target),
    passwordLeast: PASSWORD_LEAST,
    problem: isTakingProblem(problem) ? problem : null,
  }
}
