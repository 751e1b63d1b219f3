import { describe, expect, test } from 'vitest'
import { endedCookie, findInHeader, hasLeft, leftVisitCookie, madeCookie, openVisitCookie, sessionCookie } from './cookies.server.ts'

describe('cookies', () => {
  test('end with the browser and cannot be read by scripts', () => {
    expect(sessionCookie('lang', 'es', false)).toBe('lang=es; Path=/; HttpOnly; SameSite=Lax')
    expect(sessionCookie('lang', 'es', true)).toMatch(/; Secure$/)
    expect(endedCookie('s', false)).toMatch(/^s=; .*Max-Age=0$/)
  })

  test('can be read by a script where they only say that a file is here, and go within a minute', () => {
    expect([madeCookie(false), madeCookie(true)]).toEqual([
      'm=1; Path=/; SameSite=Lax; Max-Age=60',
      'm=1; Path=/; SameSite=Lax; Max-Age=60; Secure',
    ])
  })

  test('are found by their whole name', () => {
    expect(findInHeader('xlang=no; lang=es; s=a=b', 'lang')).toBe('es')
    expect(findInHeader('xlang=no; lang=es; s=a=b', 's')).toBe('a=b')
    expect(findInHeader('xlang=no', 'lang')).toBeNull()
    expect(findInHeader(null, 'lang')).toBeNull()
  })

  test('include a visit cookie that changes at every exit and says that the person left until they come back', () => {
    const [first, second, back] = [leftVisitCookie(false), leftVisitCookie(false), openVisitCookie(false)]
    expect(first).not.toBe(second)
    expect(hasLeft(`lang=es; ${first}`)).toBe(true)
    expect(hasLeft(`lang=es; ${back}`)).toBe(false)
    expect(hasLeft(undefined)).toBe(false)
  })
})
