import { findOpened, seal } from '#app/keys/seal.server.ts'
import { endedCookie, findCookie, isSecure, sessionCookie } from './cookies.server.ts'

/** A cookie that the browser keeps and only this server can read. It ends with the browser, or some minutes after it was set. */
export interface SealedCookie {
  /** What it holds; `null` where there is none, it has expired, or it was changed. */
  find(request: Request): object | null
  /** `Set-Cookie` value that keeps what can be told as JSON. Its keys stand beside `at`, the time. */
  keep(request: Request, content: object): string
  /** `Set-Cookie` value that takes it back. */
  forget(request: Request): string
}

/**
 * @param name of the cookie; it says nothing about the site
 * @param key 32 bytes that seal nothing else
 * @param minutes after which it has expired
 * @param now clock in milliseconds since 1970
 */
export function createSealedCookie(name: string, place: string, key: Buffer, minutes: number, now: () => number): SealedCookie {
  return {
    find(request) {
      const cookie = findCookie(request, name)
      const text = cookie ? findOpened(key, place, Buffer.from(cookie, 'base64url')) : null
      if (text === null) return null
      const { at, ...content } = JSON.parse(text) as { at: number }
      return now() - at > minutes * 60_000 ? null : content
    },
    keep(request, content) {
      return sessionCookie(name, seal(key, place, JSON.stringify({ ...content, at: now() })).toString('base64url'), isSecure(request))
    },
    forget: request => endedCookie(name, isSecure(request)),
  }
}
