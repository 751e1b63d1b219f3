import { randomBytes } from 'node:crypto'

/**
 * The cookies of the site. All end with the browser, and scripts can read none of them but `made`. Their names say nothing about the site, because
 * someone may look through the browser's list of cookies.
 */
export const COOKIE_NAMES = {
  /** Language that the person chose. */
  language: 'lang',
  /** Sealed answers of the two-minute check. */
  check: 's',
  /** Opens the draft of a claim, together with a row of the database. */
  draft: 'd',
  /** What was typed on one page of a claim and cannot be saved yet, sealed. */
  typed: 't',
  /** The choices for papers that were made a moment ago, sealed. */
  papers: 'f',
  /** Came with a file, for a minute: the page's script sees by it that the file is here. Always 1. */
  made: 'm',
  /** In training: the claims that were begun in this browser. */
  practice: 'p',
  /** Signs a member of an organization in, together with a row of the database. */
  staff: 'w',
  /** The secret of a one-time link, while the invited person chooses how to sign in. */
  link: 'i',
  /** Changes on every exit, which takes the pages of this visit out of the browser's back/forward cache. */
  visit: 'v',
} as const

const LEFT_PREFIX = 'left-'

/** The part of a request that is read here, whether Remix or Express made the request. */
export interface WithHeaders {
  readonly headers: Pick<Headers, 'get'>
}

/** Value of one cookie of a request, or `null`. */
export function findCookie(request: WithHeaders, name: string): string | null {
  return findInHeader(request.headers.get('Cookie'), name)
}

/** Whether a browser brings no cookie at all. Then it may be one that keeps none. */
export const bringsNoCookie = (request: WithHeaders): boolean => request.headers.get('Cookie') === null

/** Value of one cookie in a `Cookie` header, or `null`. */
export function findInHeader(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return rest.join('=')
  }
  return null
}

/**
 * A `Set-Cookie` value for a cookie that ends with the browser.
 * @param value characters that need no quoting: base64url, digits, letters, dashes
 */
export function sessionCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** A `Set-Cookie` value that removes a cookie. */
export function endedCookie(name: string, secure: boolean): string {
  return `${sessionCookie(name, '', secure)}; Max-Age=0`
}

/** A `Set-Cookie` value that goes with a file. The page's script reads it and takes it away. */
export function madeCookie(secure: boolean): string {
  return `${COOKIE_NAMES.made}=1; Path=/; SameSite=Lax; Max-Age=60${secure ? '; Secure' : ''}`
}

/** The visit cookie after a quick exit. Its value differs every time. */
export function leftVisitCookie(secure: boolean): string {
  return sessionCookie(COOKIE_NAMES.visit, `${LEFT_PREFIX}${randomBytes(9).toString('base64url')}`, secure)
}

/** The visit cookie of a person who is using the site. */
export function openVisitCookie(secure: boolean): string {
  return sessionCookie(COOKIE_NAMES.visit, randomBytes(9).toString('base64url'), secure)
}

/** Whether the person used the quick exit and has not come back on purpose since. */
export function hasLeft(cookieHeader: string | null | undefined): boolean {
  return findInHeader(cookieHeader, COOKIE_NAMES.visit)?.startsWith(LEFT_PREFIX) ?? false
}

/** Whether the browser reached us over https, also through a trusted proxy that Express has checked. */
export function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:'
}
