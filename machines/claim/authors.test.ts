import { expect, test } from 'vitest'
import { authorsAfter, isOwnWords } from './authors.ts'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const before = { story: { value: { circumstances: 'mine' } }, dates: { value: { start: '2024' } } }

test('a page belongs to the author who changed it last', () => {
  const byStaff = { ...before, dates: { value: { start: '2023' } } }
  expect(authorsAfter({}, before, byStaff, 'staff', isSame)).toEqual({ dates: 'staff' })
  expect(authorsAfter({ dates: 'staff', story: 'staff' }, byStaff, before, 'survivor', isSame)).toEqual({ story: 'staff' })
})

test('an advocate’s words that the survivor accepted count as the survivor’s own', () => {
  const taken = { ...before, dates: { value: { start: '2023' } } }
  const authors = authorsAfter({}, before, taken, 'taken', isSame)
  expect(authors).toEqual({ dates: 'taken' })
  const left = { ...taken, place: { left: 'skipped' as const }, kinds: { value: {} } }
  expect(
    (['dates', 'story', 'kinds', 'place', 'work'] as const).filter(page => isOwnWords({ ...authors, kinds: 'staff' }, left, page)),
  ).toEqual(['dates', 'story'])
})

test('an untouched page keeps its author, and an emptied page has none', () => {
  expect(authorsAfter({ story: 'staff' }, before, before, 'survivor', isSame)).toEqual({ story: 'staff' })
  expect(authorsAfter({ story: 'staff' }, before, { dates: before.dates }, 'staff', isSame)).toEqual({})
})
