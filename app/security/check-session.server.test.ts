import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findOpened, seal } from '#app/keys/seal.server.ts'
import { CHECK_IDLE_MINUTES, createCheckSession } from './check-session.server.ts'

const request = (cookie?: string, address = 'http://localhost/check') =>
  new Request(address, cookie ? { headers: { Cookie: `lang=es; ${cookie}; v=abc` } } : {})
const cookieOf = (header: string) => header.split(';')[0]!

describe('the check session', () => {
  let time = 1_000_000
  const session = createCheckSession(randomBytes(32), () => time)

  test('gives the answers back to this browser session, and its cookie does not show them', () => {
    const header = session.keep(request(), { place: 'california' })
    expect(header).toMatch(/^s=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(header).not.toContain('california')
    expect(session.find(request(cookieOf(header)))).toEqual({ place: 'california' })
  })

  test('opens what an earlier release sealed, and keeps in the same layout', () => {
    const key = randomBytes(32)
    const released = createCheckSession(key, () => time)
    const [answers, typed] = [{ place: 'california' }, { id: 'dates', values: { year: ['20'] } }]
    const sealed = seal(key, 'cookie:check', JSON.stringify({ at: time, answers, typed })).toString('base64url')
    const asked = request(`s=${sealed}`)
    expect([released.find(asked), released.findTyped(asked)]).toEqual([answers, typed])
    const kept = Buffer.from(cookieOf(released.keep(request(), answers, typed)).slice(2), 'base64url')
    expect(JSON.parse(findOpened(key, 'cookie:check', kept) ?? '')).toEqual({ at: time, answers, typed })
  })

  test('is marked secure over https', () => {
    expect(session.keep(request(undefined, 'https://example.org/check'), {})).toMatch(/; Secure$/)
  })

  test('is gone after the idle minutes, without a cookie, with a foreign key, or when tampered with', () => {
    const cookie = cookieOf(session.keep(request(), { a: 1 }))
    const foreign = createCheckSession(randomBytes(32), () => time)
    expect(session.find(request())).toBeNull()
    expect(foreign.find(request(cookie))).toBeNull()
    expect(session.find(request(`${cookie.slice(0, -2)}AA`))).toBeNull()
    time += CHECK_IDLE_MINUTES * 60_000
    expect(session.find(request(cookie))).toEqual({ a: 1 })
    time += 1
    expect(session.find(request(cookie))).toBeNull()
  })

  test('is taken away by a cookie that has already ended', () => {
    expect(session.forget(request())).toBe('s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })
})
