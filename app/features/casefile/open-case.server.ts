import { casePath, caseTarget, readCase, type CaseReading } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import type { CaseResult, OpenCase } from '#app/data/cases/index.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { speechFor } from '#app/features/claim/speech.server.ts'
import type { AnswerVisit } from '#app/features/claim/visit.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { may, type Actor, type Permission } from '#machines/casework/permissions.ts'

/** A case that a member has open for one request. */
export interface CaseVisit<Found extends OpenCase = OpenCase> extends CaseReading<Found> {
  /** The claim in the shape that the pages about answers work with. */
  readonly answers: AnswerVisit
  /** Whether the member may do something with this case. */
  readonly may: (permission: Permission) => boolean
}

/**
 * Opens the case of an address for a member who may read it.
 * @param permission another permission that the page needs, beside reading the case
 * @throws Response that leads to the sign-in, or 404, 403, 410 as `granted` does
 */
export const requireOpenCase = (
  context: StaffContext,
  request: Request,
  address: string | undefined,
  permission?: Permission,
): Promise<CaseVisit> => requireCasePage(context, request, address, ({ cases }, actor, number) => cases.find(actor, number, permission))

/** Opens a case as {@link requireOpenCase} does, with the other things that its page shows: `read` is one of {@link CasePages}. */
export async function requireCasePage<Found extends OpenCase>(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  read: (casework: Casework, actor: Actor, number: number) => Promise<CaseResult<Found>>,
): Promise<CaseVisit<Found>> {
  return caseVisit(context, request, await readCase(context, request, address, read))
}

/** Makes the visit that pages of a case work with, from what was read of the case. */
export function caseVisit<Found extends OpenCase>(
  { services }: StaffContext,
  request: Request,
  { staff, number, found }: CaseReading<Found>,
): CaseVisit<Found> {
  const target = caseTarget(staff.actor, found)
  return {
    staff,
    number,
    found,
    answers: { today: services.today(), draft: found, speech: speechFor(requestLanguage(request).code, found.answers) },
    may: permission => may(staff.actor, permission, target),
  }
}

/** Address at which a question of a case is answered. */
export const preparePath = (number: number, page: QuestionId) => `${casePath(number, 'prepare')}/${getQuestion(page).section}#${page}`
