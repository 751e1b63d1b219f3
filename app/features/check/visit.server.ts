import type { FormValues } from '#app/forms/form-values.ts'
import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readCheckAnswers, type CheckAnswers } from '#machines/eligibility/answers.ts'
import type { CheckPosition } from '#machines/eligibility/machine.ts'
import { isCheckQuestionId, type CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { replayCheck, type CheckReplay } from '#machines/eligibility/replay.ts'

/** Where the check stands for one request. */
export interface CheckVisit {
  readonly today: Day
  readonly answers: CheckAnswers
  readonly replay: CheckReplay
  /** What was typed on one page before the person went to Help or to Language from it. */
  readonly typed?: Typed | undefined
}

/** A page's form as it was typed; it is no answer yet. */
interface Typed {
  readonly id: CheckQuestionId
  readonly values: FormValues
}

/** Address of a question or of the result. Nothing that a person answered is ever part of it. */
export const pathOf = (position: CheckPosition) => `/check/${position}`

/** The page that says that the answers are gone, and that this is nobody's fault. */
const ENDED_PATH = '/check/ended'

/** The answers of this browser, none where there are none or they have expired. */
export function getVisit(services: Services, request: Request): CheckVisit {
  const today = services.today()
  const answers = readCheckAnswers(services.checkSession.find(request), today)
  const replay = replayCheck(answers, today)
  const typed = services.checkSession.findTyped(request) as Typed | undefined
  return { today, answers, replay, typed: typed && replay.reachable.includes(typed.id) ? typed : undefined }
}

/** Where the answer to the first question leads: to the next one, or, where the browser has not kept the answer, to words about that. */
export const BEGUN_PATH = '/check?begun'

/** Whether this browser has just given its first answer and does not bring it: it keeps no cookies. */
export const keptNothing = (services: Services, request: Request): boolean =>
  new URL(request.url).searchParams.has('begun') && services.checkSession.find(request) === null

/** Whether this browser brings answers that no longer open: they have expired. */
export function hasExpired(services: Services, request: Request): boolean {
  return findCookie(request, COOKIE_NAMES.check) !== null && services.checkSession.find(request) === null
}

/** The question of an address; 404 where there is none. */
export function requireQuestion(text: string | undefined): CheckQuestionId {
  if (text !== undefined && isCheckQuestionId(text)) return text
  throw new Response(null, { status: 404 })
}

/**
 * Ends with a redirect where the answers do not lead to a page: to the notice where they have expired, or where
 * an answer was sent and nothing before it is left; otherwise to the question that waits.
 */
export function requireReachable(services: Services, request: Request, { replay }: CheckVisit, position: CheckPosition): void {
  if (position === 'result' ? replay.position === 'result' : replay.reachable.includes(position)) return
  const lost = hasExpired(services, request) || (request.method === 'POST' && services.checkSession.find(request) === null)
  throw seeOther(lost ? ENDED_PATH : pathOf(replay.position))
}

/** Leads on with 303, so that nothing is sent twice, and keeps or ends cookies on the way. */
export function seeOther(path: string, setCookie?: string): Response {
  const headers = new Headers({ Location: path })
  if (setCookie) headers.set('Set-Cookie', setCookie)
  return new Response(null, { status: 303, headers })
}
