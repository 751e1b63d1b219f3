import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { begunHereCookie } from '#app/security/practice-cookie.server.ts'
import type { Services } from '#app/services.server.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { claimOfCheck, readCheckAnswers } from '#machines/eligibility/answers.ts'
import { findVisit, firstPath, openCookie, pathOf, PATHS, seeOther } from '../visit.server.ts'

/** Name of the box that takes over the answers of the check. */
export const TAKE_OVER = 'take-over'

/** The answers that this browser gave in the check, as answers of the claim; empty if it gave none. */
function answersOfCheck(services: Services, request: Request): ClaimAnswers {
  const today = services.today()
  return answersFromClaim(claimOfCheck(readCheckAnswers(services.checkSession.find(request), today), today))
}

/** Whether the check has answers to questions that the claim asks, too. */
export const hasCheckAnswers = (services: Services, request: Request): boolean => Object.keys(answersOfCheck(services, request)).length > 0

/** No claim was made, because too many were begun within a short time. */
export interface NotStarted {
  /** Minutes to wait, at least 1. */
  readonly minutes: number
  readonly takesOver: boolean
}

/** Makes a claim and opens it in this browser. If a claim is open already, it stays open and no new one is made. */
export async function startClaim(services: Services, request: Request, clientAddress: string): Promise<Response | NotStarted> {
  if (await findVisit(services, request)) return seeOther(PATHS.tasks)
  const takesOver = (await readSentForm(request, SMALL_FORM)).has(TAKE_OVER)
  const counted = await services.drafts.countNew(clientAddress)
  if (!counted.ok) return { minutes: Math.ceil(counted.retryAfterSeconds / 60), takesOver }
  const answers = takesOver ? answersOfCheck(services, request) : {}
  const { session, draftId } = await services.drafts.create({ answers, language: requestLanguage(request).code })
  return seeOther(
    firstPath(request, pathOf('filer')),
    openCookie(request, session),
    ...(services.training ? [begunHereCookie(request, draftId)] : []),
  )
}
