import { expect, test } from 'vitest'
import { inTurn, median, percentile } from './measure.ts'

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([1, 3, 2, 10])).toBe(2.5)
})

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([3, 9], 0.95)).toBe(9)
})

test('works take turns, and two rounds before them are not counted', async () => {
  const order: string[] = []
  const times = await inTurn(2, { a: () => order.push('a'), b: () => order.push('b') })
  expect(order.join('')).toBe('aabbabab')
  expect(Object.keys(times)).toEqual(['a', 'b'])
})
