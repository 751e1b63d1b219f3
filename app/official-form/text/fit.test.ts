import { describe, expect, test } from 'vitest'
import { breakLines, breakPieces } from './break-lines.ts'
import { fitText, LEAST_SIZE, type Room } from './fit.ts'

/** Counts every character as half as wide as it is high. */
const measure = (text: string) => text.length / 2
const room = (more: Partial<Room>): Room => ({ width: 104, height: 20, multiline: false, cells: null, maxLength: null, size: 0, ...more })
const POINTERS = ['… (see addendum, note 1)', 'see addendum 1', '(1)']

describe('lines', () => {
  test('end between words, after signs, and inside a word that is too long', () => {
    expect(breakLines('one two three', 4, measure)).toEqual(['one two', 'three'])
    expect(breakLines('one (two) three', 4, measure)).toEqual(['one', '(two)', 'three'])
    expect(breakLines('abcdefghij kl', 2, measure)).toEqual(['abcd', 'efgh', 'ij', 'kl'])
    expect(breakLines('a\n\nb', 9, measure)).toEqual(['a', '', 'b'])
  })

  test('end between words in scripts without spaces', () => {
    expect(breakPieces('他们说我欠钱。').join('')).toBe('他们说我欠钱。')
    expect(breakPieces('他们说我欠钱。').at(-1)).toMatch(/。$/)
    expect(breakPieces('ตัวอย่างข้อความ').length).toBeGreaterThan(1)
  })
})

describe('a text in its room', () => {
  test('has the size that the form asks for, or a smaller one when it does not fit', () => {
    expect(fitText('short', room({ size: 9 }), measure, POINTERS)).toEqual({ size: 9, lines: ['short'], text: 'short', whole: true })
    expect(fitText('x'.repeat(25), room({}), measure, POINTERS)).toMatchObject({ size: 8, whole: true })
    expect(fitText('x'.repeat(25), room({ size: 30 }), measure, POINTERS)).toMatchObject({ size: 8 })
  })

  test('is never wider than its box, at any size', () => {
    for (let length = 1; length < 60; length++) {
      const { lines, size } = fitText('word '.repeat(length).trim(), room({}), measure, POINTERS)
      expect(measure(lines[0] ?? '') * size).toBeLessThanOrEqual(100)
      expect(size).toBeGreaterThanOrEqual(LEAST_SIZE)
    }
  })

  test('keeps whole words and the longest pointer that fits when it is too long', () => {
    expect(fitText('one two three four five six seven eight', room({}), measure, POINTERS)).toMatchObject({
      size: 6,
      text: 'one two … (see addendum, note 1)',
      whole: false,
    })
    expect(fitText('one two three four five six seven', room({ width: 52 }), measure, POINTERS)).toMatchObject({
      text: 'see addendum 1',
      whole: false,
    })
    expect(fitText('one two three four five six seven', room({ width: 22 }), measure, POINTERS)).toMatchObject({
      text: '(1)',
      whole: false,
    })
    expect(fitText('one two three', room({ width: 6 }), measure, POINTERS)).toEqual({ size: 6, lines: [], text: '', whole: false })
  })

  test('has several lines when the form allows them, else spaces in place of line ends', () => {
    expect(fitText('one\ntwo', room({ multiline: true, height: 40 }), measure, POINTERS).lines).toEqual(['one', 'two'])
    expect(fitText('one\ntwo', room({}), measure, POINTERS).lines).toEqual(['one two'])
    const long = fitText('word '.repeat(100), room({ multiline: true, height: 40 }), measure, POINTERS)
    expect(long.whole).toBe(false)
    expect(long.lines.join(' ')).toMatch(/^word .*\(see addendum, note 1\)$/)
  })

  test('has no more characters than the form allows', () => {
    expect(fitText('abcdef', room({ maxLength: 5 }), measure, POINTERS)).toMatchObject({ text: '(1)', whole: false })
    expect(fitText('abcde', room({ maxLength: 5 }), measure, POINTERS)).toMatchObject({ text: 'abcde', whole: true })
  })

  test('is whole in cells or left out', () => {
    expect(fitText('12345', room({ cells: 5 }), measure, POINTERS)).toMatchObject({ lines: ['1', '2', '3', '4', '5'], whole: true })
    expect(fitText('123456', room({ cells: 5 }), measure, POINTERS)).toMatchObject({ lines: [], whole: false })
  })
})
