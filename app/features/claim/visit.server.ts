import type { OpenDraft } from '#app/data/drafts/index.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { PARTS, type Part } from '#app/packet/sheet.ts'
import { bringsNoCookie, COOKIE_NAMES, endedCookie, findCookie, isSecure, sessionCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import { isQuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import { speechFor, type Speech } from './speech.server.ts'

/** A claim that a survivor has open for one request, or a member of an organization with which the claim is shared. */
export interface AnswerVisit {
  readonly today: Day
  readonly draft: Pick<OpenDraft, 'answers' | 'revision' | 'hasPhrase' | 'status' | 'language' | 'authors'>
  readonly speech: Speech
}

/** The draft that a survivor's browser has open, for one request. */
export interface ClaimVisit extends AnswerVisit {
  /** Value of the session cookie. */
  readonly session: string
  readonly draft: OpenDraft
}

/** Addresses of the claim. None of them ever contains an answer. */
export const PATHS = {
  start: '/claim',
  tasks: '/claim/tasks',
  review: '/claim/review',
  evidence: '/claim/evidence',
  packet: '/claim/packet',
  /** Says that papers are made by a button. */
  papersAgain: '/claim/papers/again',
  save: '/claim/save',
  /** The address never contains a code. */
  share: '/claim/share',
  return: '/claim/return',
  pause: '/claim/pause',
  lock: '/claim/lock',
  delete: '/claim/delete',
  deleted: '/claim/deleted',
  /** Says that the browser keeps no cookies. */
  noCookies: '/claim/cookies',
} as const

/** Address of a page of questions. A person who comes from the review is led back to it. */
export const pathOf = (page: QuestionId, fromReview = false) => `/claim/q/${page}${fromReview ? '?from=review' : ''}`

/**
 * The open draft of this browser; `null` if there is none or its session has ended.
 * @param by `page` if a script of the page asks, because such a request must not prolong the session
 */
export async function findVisit(services: Services, request: Request, by: 'person' | 'page' = 'person'): Promise<ClaimVisit | null> {
  const session = findCookie(request, COOKIE_NAMES.draft)
  const draft = session === null ? null : await services.drafts.find(session, by)
  if (!session || !draft) return null
  return { today: services.today(), session, draft, speech: speechFor(requestLanguage(request).code, draft.answers) }
}

/** Mark of the first address after a claim was opened in a browser that brought no cookie. */
const BEGUN = 'begun'

/** Address of the first page after a claim is opened. A browser that brings no cookie may keep none: `requireVisit` then says so. */
export const firstPath = (request: Request, path: string): string => (bringsNoCookie(request) ? `${path}?${BEGUN}` : path)

/** The open draft. Without one, throws a redirect to the page that opens a claim and says what happened. */
export async function requireVisit(services: Services, request: Request): Promise<ClaimVisit> {
  const visit = await findVisit(services, request)
  if (!visit) throw seeOther(bringsNoCookie(request) && new URL(request.url).searchParams.has(BEGUN) ? PATHS.noCookies : PATHS.return)
  return visit
}

/**
 * The sentence about a session of this browser that has ended by itself. Only a claim with a phrase gets the advice to use it.
 * `null` if the browser sends no session, or one that is open.
 */
export async function findEnded(services: Services, request: Request): Promise<string | null> {
  const session = findCookie(request, COOKIE_NAMES.draft)
  if (session === null || (await findVisit(services, request)) !== null) return null
  const look = await services.drafts.look(session)
  const t = getTranslate(requestLanguage(request).code)
  return t(look === null ? 'claim:ended.unknown' : look.hasPhrase ? 'claim:ended.withWords' : 'claim:ended.noWords')
}

/** The question of an address; throws 404 if there is none. */
export function requireQuestion(text: string | undefined): QuestionId {
  if (text !== undefined && isQuestionId(text)) return text
  throw new Response(null, { status: 404 })
}

/** Whether an address says that its person came from the review. */
export const isFromReview = (search: URLSearchParams): boolean => search.get('from') === 'review'

/** The page of the open claim that a person came from, and the address that leads back to it; `null` for everybody else. */
export function findWayBack(request: Request): string | null {
  const { searchParams } = new URL(request.url)
  const page = searchParams.get('to')
  if (page === null || !isQuestionId(page) || findCookie(request, COOKIE_NAMES.draft) === null) return null
  return pathOf(page, isFromReview(searchParams))
}

/** The part of the packet of an address; throws 404 if there is none. */
export function requirePart(text: string | undefined): Part {
  const part = PARTS.find(each => each === text)
  if (!part) throw new Response(null, { status: 404 })
  return part
}

export const openCookie = (request: Request, session: string) => sessionCookie(COOKIE_NAMES.draft, session, isSecure(request))
export const closeCookie = (request: Request) => endedCookie(COOKIE_NAMES.draft, isSecure(request))

/** Redirects with 303, so that a browser does not send the form again, and sets the cookies. */
export function seeOther(path: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ Location: path })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
