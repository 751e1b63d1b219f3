import { casePath, granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { fileResponse } from '#app/features/claim/file-response.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { passwordProblem } from '#app/packet/password.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { lockFile } from '#app/security/case-file-lock.server.ts'
import { packCase } from './case-file.server.ts'

/** Why no case file was made; `records:take.problem` has a sentence for each reason. */
const TAKING_PROBLEMS = ['short', 'long', 'busy'] as const
export type TakingProblem = (typeof TAKING_PROBLEMS)[number]
export const isTakingProblem = (text: string | null): text is TakingProblem => TAKING_PROBLEMS.some(each => each === text)

/** Makes a case file, under a name that tells nothing about the person. */
export async function takeCase(context: StaffContext, request: Request, address: string | undefined): Promise<Response> {
  const { casework, actor } = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const form = await readSentForm(request, SMALL_FORM)
  const password = form.password().trim()
  const refused = (problem: TakingProblem) => seeOther(`${casePath(number, 'record')}?problem=${problem}`)
  const problem = password === '' ? null : passwordProblem(password)
  if (problem) return refused(problem)
  const withOwnWords = form.has('own-words')
  const file = packCase(granted(await casework.caseFiles.take(actor, number, withOwnWords)), { withOwnWords })
  if (password === '') return fileResponse(file, 'papers-3.zip', 'application/zip')
  const locked = await lockFile(file, password)
  return locked ? fileResponse(locked, 'papers-3.locked', 'application/octet-stream') : refused('busy')
}
