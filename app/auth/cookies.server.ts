import { COOKIE_NAMES, endedCookie, findCookie, isSecure, sessionCookie } from '#app/security/cookies.server.ts'
import type { Caller } from '#app/data/staff/index.server.ts'
import type { Site } from '#app/security/proof/webauthn.server.ts'
import { browserName } from './browser-name.ts'

export const staffCookie = (request: Request, session: string) => sessionCookie(COOKIE_NAMES.staff, session, isSecure(request))
export const endedStaffCookie = (request: Request) => endedCookie(COOKIE_NAMES.staff, isSecure(request))
export const findStaffCookie = (request: Request) => findCookie(request, COOKIE_NAMES.staff)

export const linkCookie = (request: Request, secret: string) => sessionCookie(COOKIE_NAMES.link, secret, isSecure(request))
export const endedLinkCookie = (request: Request) => endedCookie(COOKIE_NAMES.link, isSecure(request))
export const findLinkCookie = (request: Request) => findCookie(request, COOKIE_NAMES.link)

/**
 * The site as the browser names it. A stranger may send any name, and gains nothing: a browser signs with the name that it sees,
 * and gives no passkey to a site of another name.
 */
export function siteOf(request: Request): Site {
  const { hostname, origin } = new URL(request.url)
  return { id: hostname, origin }
}

/** Describes who sends a request, for counting tries and for the member's list of sessions. */
export const callerOf = (request: Request, clientKey: string): Caller => ({
  clientKey,
  browser: browserName(request.headers.get('User-Agent') ?? ''),
})
