import { expect, test } from 'vitest'
import { retryAfter } from './autosave.ts'
import { stepAt } from './idle-end.ts'

test('a save that fails is tried again after pauses that grow up to two minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(retryAfter)).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000])
})

test('a page asks the server two minutes before its end, again now and then, and before it is covered', () => {
  const long = 60_000
  expect(stepAt(120_001, long, true)).toBe('wait')
  expect(stepAt(120_000, long, true)).toBe('ask')
  expect(stepAt(119_000, 5_000, true)).toBe('wait')
  expect(stepAt(105_000, 15_000, true)).toBe('ask')
  // Another window may have gone on.
  expect(stepAt(0, 5_000, true)).toBe('ask')
})

test('a page that no answer reaches is covered by its own clock', () => {
  expect(stepAt(60_000, 15_000, false)).toBe('ask')
  expect(stepAt(0, 0, false)).toBe('cover')
})
