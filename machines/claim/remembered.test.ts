import { expect, test, vi } from 'vitest'
import { remembered } from './remembered.ts'

test('a remembered function works once for an object and a day, and again for another object or day', () => {
  const work = vi.fn((of: { readonly name: string }, today: string) => `${of.name} ${today}`)
  const ask = remembered(work)
  const [rosa, other] = [{ name: 'Rosa' }, { name: 'Rosa' }]
  expect([ask(rosa, '2026-11-23'), ask(rosa, '2026-11-23')]).toEqual(['Rosa 2026-11-23', 'Rosa 2026-11-23'])
  expect(work).toHaveBeenCalledTimes(1)
  expect(ask(rosa, '2026-11-24')).toBe('Rosa 2026-11-24')
  expect(ask(other, '2026-11-24')).toBe('Rosa 2026-11-24')
  expect(work).toHaveBeenCalledTimes(3)
})

test('a remembered function remembers an empty result', () => {
  const work = vi.fn(() => undefined)
  const ask = remembered(work)
  const of = {}
  expect([ask(of, '2026-11-23'), ask(of, '2026-11-23')]).toEqual([undefined, undefined])
  expect(work).toHaveBeenCalledTimes(1)
})
