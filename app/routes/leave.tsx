import { redirectDocument, type LoaderFunctionArgs } from '@remix-run/node'
import { COOKIE_NAMES, endedCookie, findCookie, isSecure, leftVisitCookie } from '#app/security/cookies.server.ts'

/**
 * The quick exit: ends the session, changes the visit cookie, and goes to the neutral outside page. It waits for nothing, not even for the
 * database.
 * A link on another site only leads away, because it must not end a person's session.
 */
export function loader({ request, context }: LoaderFunctionArgs) {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (request.headers.get('Sec-Fetch-Site') !== 'cross-site') {
    const secure = isSecure(request)
    headers.append('Set-Cookie', leftVisitCookie(secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.check, secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.draft, secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.typed, secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.papers, secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.staff, secure))
    headers.append('Set-Cookie', endedCookie(COOKIE_NAMES.link, secure))
    context.services.leave(findCookie(request, COOKIE_NAMES.draft), findCookie(request, COOKIE_NAMES.staff))
  }
  return redirectDocument(context.services.exitAddress, { status: 303, headers })
}
