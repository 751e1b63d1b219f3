import { expect, test } from 'vitest'
import { inTurn, median } from './measure.ts'

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([1, 3, 2, 10])).toBe(2.5)
})

test('works take turns, and two rounds before them do not count', async () => {
  const order: string[] = []
  const times = await inTurn(2, { a: () => order.push('a'), b: () => order.push('b') })
  expect(order.join('')).toBe('aabbabab')
  expect(Object.keys(times)).toEqual(['a', 'b'])
})
