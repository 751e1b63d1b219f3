import { COOKIE_NAMES } from './cookies.server.ts'
import { createSealedCookie } from './sealed-cookie.server.ts'

/** Minutes without a step after which the answers of the check are gone. */
export const CHECK_IDLE_MINUTES = 30

const PLACE = 'cookie:check'

/**
 * The answers of the two-minute check. They are stored in one encrypted cookie of the browser and nowhere else: the server stores nothing.
 * The cookie ends with the browser, with the quick exit, or after the idle minutes.
 */
export interface CheckSession {
  /** Reads the stored answers; `null` where there are none or they have expired. */
  find(request: Request): unknown
  /** What was typed on one page and is no answer yet; `undefined` where there is none. */
  findTyped(request: Request): unknown
  /** `Set-Cookie` value that keeps the answers, and what was typed beside them; they must be JSON. */
  keep(request: Request, answers: unknown, typed?: unknown): string
  /** `Set-Cookie` value that forgets them. */
  forget(request: Request): string
}

/**
 * @param key 32 bytes that seal nothing else
 * @param now clock in milliseconds since 1970
 */
export function createCheckSession(key: Buffer, now: () => number): CheckSession {
  const cookie = createSealedCookie(COOKIE_NAMES.check, PLACE, key, CHECK_IDLE_MINUTES, now)
  const open = (request: Request) => cookie.find(request) as { answers: unknown; typed?: unknown } | null
  return {
    find: request => open(request)?.answers ?? null,
    findTyped: request => open(request)?.typed,
    keep: (request, answers, typed) => cookie.keep(request, { answers, typed }),
    forget: request => cookie.forget(request),
  }
}
