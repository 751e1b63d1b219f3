import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { hasLeft } from './cookies.server.ts'

/** The neutral page that stands in place of the site after a quick exit. It says nothing about the site. */
export const DOOR_PATH = '/door'
/** Address of the quick exit itself. */
const LEAVE_PATH = '/leave'

/** Gives every response its own nonce, which the policy and the page's scripts share. */
export const withNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString('base64')
  next()
}

/**
 * The security headers of every response. The content security policy is enforced from the first day:
 * nothing is loaded from another host, forms go nowhere else, and no page can be framed.
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        // 'strict-dynamic' would block Remix's module preload links.
        'script-src': ["'self'", `'nonce-${response.locals.cspNonce as string}'`],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // The server checks where form posts come from and needs the origin for it; other sites never get a referrer.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: request.secure ? { maxAge: 31_536_000 } : false,
    frameguard: { action: 'deny' },
  })(request, response, next)
}

/** Lets no cache keep a page: not the browser's, no proxy's, and (with the visit cookie) not the back/forward cache. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** Where Remix's own requests for data go after a quick exit. The route there answers them with the neutral page, in Remix's format. */
const CLOSED_DATA_PATH = '/closed.data'

/**
 * Where Remix's scripts ask which code belongs to which address. The answer is the same for every visitor and says nothing about any of
 * them. A page that could not read it would answer a press on a link with an error instead of the neutral page.
 */
const ROUTES_PATH = '/__manifest'

const OPEN_AFTER_EXIT: ReadonlySet<string> = new Set([ROUTES_PATH, ...[DOOR_PATH, LEAVE_PATH].flatMap(path => [path, `${path}.data`])])

/** After a quick exit, every address shows the neutral page until the person opens the site again on purpose. */
export const doorAfterExit: RequestHandler = (request, response, next) => {
  const open = OPEN_AFTER_EXIT.has(request.path)
  if (open || !hasLeft(request.get('Cookie'))) return next()
  // A page that is still open in another window asks by script, which cannot read a redirect to a whole page.
  if (!request.path.endsWith('.data')) return response.redirect(303, DOOR_PATH)
  request.originalUrl = CLOSED_DATA_PATH
  next()
}
