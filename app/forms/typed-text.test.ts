import { describe, expect, test } from 'vitest'
import { codeText, lineText, linesText, unspacedCode } from './typed-text.ts'

describe('the words of several lines', () => {
  test.each([
    ['a soft line break of a word processor', 'One\u000bTwo', 'One\nTwo'],
    ['line ends of every system', 'a\r\nb\rc\nd\u2028e\u2029f\u0085g', 'a\nb\nc\nd\ne\nf\ng'],
    ['spaces of other widths', 'my\u00a0pay\u2009was\u202f5', 'my pay was 5'],
    ['an indent in Chinese', '一。\n　二。', '一。\n　二。'],
    ['directions and marks of a file', '\ufeff\u202bסיפור\u202c \u200eabc\u2069', 'סיפור abc'],
    ['soft hyphens', 'traf\u00adficking', 'trafficking'],
    ['what only joins letters, in Persian and Hindi', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
    ['the ends of words in Khmer', 'ខ្ញុំ​ធ្វើការ', 'ខ្ញុំ​ធ្វើការ'],
    ['what joins a picture', '👩‍👧', '👩‍👧'],
    [
      'the same marks at the ends and beside digits and Latin letters',
      '\u200c می\u200c5\u200c 6\u200b7 a\u200db\u200b \u200b',
      'می5 67 ab',
    ],
    ['digits, which are the words of the person', 'در ۲۰۲۱', 'در ۲۰۲۱'],
    ['a text of nothing, however long', `a${'\u200b'.repeat(200_000)}${' '.repeat(200_000)}\u200cb`, `a${' '.repeat(200_000)}b`],
    ['nothing that can be seen', ' \u200b\u00a0\ufeff\u200d\n', ''],
  ])('keep their meaning: %s', (_, typed, read) => {
    expect(linesText(typed)).toBe(read)
  })
})

test.each([
  ['کوچه ۱۲\u200f', 'کوچه 12'],
  ['Rosa\u000bEjemplo', 'Rosa Ejemplo'],
  ['\u3000明\u3000子\u3000', '明 子'],
])('a single line %j is read as %j', (typed, read) => {
  expect(lineText(typed)).toBe(read)
})

test.each([
  ['٥٥٥‑٠١٠٠', '555-0100'],
  ['\u202d(555)\u00a0 555–0100\u202c', '(555) 555-0100'],
  ['ｒｏｓａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'rosa@example.org'],
  ['९\u200d४\u200b१०२', '94102'],
])('a code or number %j is read as %j', (typed, read) => {
  expect(codeText(typed)).toBe(read)
})

test('a code is the same with and without spaces', () => {
  expect(unspacedCode(' ១២៣\u00a0៤៥៦ ')).toBe('123456')
})
