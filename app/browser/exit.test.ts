import { expect, test } from 'vitest'
import { createExitKey, type KeyPress } from './exit.ts'

const NOTHING = { repeat: false, isComposing: false, altKey: false, ctrlKey: false, metaKey: false, timeStamp: 0 }
const down = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ ...NOTHING, ...more, type: 'keydown', key })
const up = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ ...NOTHING, ...more, type: 'keyup', key })
const shift = (timeStamp: number, more: Partial<KeyPress> = {}) => [
  down('Shift', { ...more, timeStamp }),
  up('Shift', { ...more, timeStamp: timeStamp + 50 }),
]

/** Whether any of these events leaves. */
function leaves(...events: readonly KeyPress[]): boolean {
  const isExit = createExitKey()
  return events.map(isExit).includes(true)
}

test('the third press of Shift leaves, and not the first or the second', () => {
  const isExit = createExitKey()
  expect([...shift(0), ...shift(1_900), ...shift(3_700)].map(isExit)).toEqual([false, false, false, false, false, true])
})

test('presses with a longer pause between them do not count together', () => {
  expect(leaves(...shift(0), ...shift(100), ...shift(2_200))).toBe(false)
  expect(leaves(...shift(0), ...shift(2_200), ...shift(2_300), ...shift(2_400))).toBe(true)
})

test('Shift that is held for capital letters does not count, and a letter in between begins anew', () => {
  const capital = [down('Shift'), down('A'), up('A'), up('Shift')]
  expect(leaves(...capital, ...capital, ...capital)).toBe(false)
  expect(leaves(...shift(0), ...shift(100), down('a'), up('a'), ...shift(200))).toBe(false)
})

test('Shift that is held, that is pressed with another key, or while a word is put together, does not count', () => {
  const held = [down('Shift', { repeat: true }), down('Shift', { repeat: true })]
  expect(leaves(down('Shift'), ...held, up('Shift'), ...shift(100), ...shift(200))).toBe(false)
  for (const name of ['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)
    expect(leaves(...[0, 100, 200].flatMap(at => shift(at, { [name]: true }))), name).toBe(false)
})

test('other keys leave nothing', () => {
  expect(leaves(...['Escape', 'Escape', 'Escape'].flatMap(key => [down(key), up(key)]))).toBe(false)
})
