import { casePath, caseTarget, granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffVisit } from '#app/auth/visit.server.ts'
import type { OpenCase } from '#app/data/cases.server.ts'
import { speechFor } from '#app/features/claim/speech.server.ts'
import type { AnswerVisit } from '#app/features/claim/visit.server.ts'
import { requestLanguage } from '#app/i18n/request-language.server.ts'
import type { Services } from '#app/services.server.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { may, type Deed } from '#machines/casework/permissions.ts'

/** A case that a member has open for one request. */
export interface CaseVisit {
  readonly staff: StaffVisit
  readonly number: number
  readonly found: OpenCase
  /** The claim as the pages of answers take it. */
  readonly answers: AnswerVisit
  /** Whether the member may do something with this case. */
  readonly may: (deed: Deed) => boolean
}

/**
 * @param deed what the page is for, where reading the case is not all
 * @throws Response that leads to the sign-in, or 404, 403, 410 as `granted` does; 403 where the member may not do that
 */
export async function requireOpenCase(services: Services, request: Request, address: string | undefined, deed?: Deed): Promise<CaseVisit> {
  const staff = await requireStaffVisit(services, request)
  const number = requireCaseNumber(address)
  const found = granted(await staff.casework.cases.find(staff.actor, number))
  const target = caseTarget(staff.actor, found)
  if (deed && !may(staff.actor, deed, target)) throw new Response(null, { status: 403 })
  return {
    staff,
    number,
    found,
    answers: { today: services.today(), draft: found, speech: speechFor(requestLanguage(request).code, found.answers) },
    may: deed => may(staff.actor, deed, target),
  }
}

/** Where a question of a case is answered. */
export const preparePath = (number: number, page: QuestionId) => `${casePath(number, 'prepare')}/${getQuestion(page).section}#${page}`
