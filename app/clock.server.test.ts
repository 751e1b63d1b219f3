import { expect, test } from 'vitest'
import { dayInLosAngeles, startInLosAngeles } from './clock.server.ts'

test.each([
  ['2026-11-23T07:59:59Z', '2026-11-22'],
  ['2026-11-23T08:00:00Z', '2026-11-23'],
  ['2026-07-01T06:59:59Z', '2026-06-30'],
  ['2026-07-01T07:00:00Z', '2026-07-01'],
])('at %s it is %s in Los Angeles', (moment, day) => {
  expect(dayInLosAngeles(new Date(moment))).toBe(day)
})

test.each([
  ['2026-11-23', '2026-11-23T08:00:00.000Z'],
  ['2026-07-01', '2026-07-01T07:00:00.000Z'],
  ['2026-03-08', '2026-03-08T08:00:00.000Z'],
  ['2026-11-01', '2026-11-01T07:00:00.000Z'],
])('%s begins at %s', (day, moment) => {
  expect(startInLosAngeles(day).toISOString()).toBe(moment)
})
