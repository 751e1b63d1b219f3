import { COOKIE_NAMES, endedCookie, findCookie, isSecure, sessionCookie } from './cookies.server.ts'

/** Most claims that one browser remembers: a class begins fewer in a day, and a cookie has no room for many more. */
const MOST = 60
const DRAFT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The practice claims that were begun in this browser. Their numbers are random and stand nowhere else but in the database. */
export const begunHere = (request: Request): readonly string[] =>
  (findCookie(request, COOKIE_NAMES.practice) ?? '')
    .split('.')
    .filter(id => DRAFT_ID.test(id))
    .slice(-MOST)

/** A `Set-Cookie` value that remembers one more. */
export const begunHereCookie = (request: Request, draftId: string): string =>
  sessionCookie(COOKIE_NAMES.practice, [...begunHere(request), draftId].slice(-MOST).join('.'), isSecure(request))

/** A `Set-Cookie` value that remembers none. */
export const noneBegunHereCookie = (request: Request): string => endedCookie(COOKIE_NAMES.practice, isSecure(request))
