import { expect, test } from 'vitest'
import { claimField, listWithOnly } from './claim-path.ts'

test('claimField finds the schema of a place inside objects and lists', () => {
  expect(claimField('crime.start').safeParse('2021-02-30').success).toBe(false)
  expect(claimField('crime.start').safeParse('2021-02').success).toBe(true)
  expect(claimField('work[].employerSize').safeParse('26+').success).toBe(true)
  expect(claimField('representative.kind').safeParse('doctor').success).toBe(false)
})

test.each(['crime.weapon', 'status', 'victim.firstName.length', ''])('claimField refuses %j, which the claim file does not have', path => {
  expect(() => claimField(path)).toThrow(RangeError)
})

test('listWithOnly makes the schema of a list with some of the facts only', () => {
  const list = listWithOnly('work', ['from'])
  expect(list.safeParse([{ from: '2021' }]).success).toBe(true)
  expect(list.safeParse([{ from: '2021', kind: 'Sewing' }]).success).toBe(false)
  expect(list.safeParse(Array.from({ length: 51 }, () => ({}))).success).toBe(false)
})
