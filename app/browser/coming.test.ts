import { expect, test } from 'vitest'
import { hasCome } from './coming.ts'

test('a file has come when its cookie has, also in training, and no other cookie is taken for it', () => {
  expect(hasCome('m=1')).toBe(true)
  expect(hasCome('a=b; training-m=1')).toBe(true)
  expect(['', 'am=1', 'm-=1', 'a=m; training-lang=es'].map(hasCome)).toEqual([false, false, false, false])
})
