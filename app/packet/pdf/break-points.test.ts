import { describe, expect, test } from 'vitest'
import { breakPoints } from './break-points.ts'

function piecesOf(text: string): string[] {
  let start = 0
  return breakPoints(text).map(end => {
    const piece = text.slice(start, end)
    start = end
    return piece
  })
}

describe('lines may end', () => {
  test('after a space, and after a hyphen inside a word of letters', () => {
    expect(piecesOf('one two self-employed a/b')).toEqual(['one ', 'two ', 'self-', 'employed ', 'a/', 'b'])
  })

  test('nowhere inside a telephone number or an amount', () => {
    expect(piecesOf('call (916) 555-0100 now')).toEqual(['call ', '(916) 555-0100 ', 'now'])
    expect(piecesOf('call +1 916 555 0100')).toEqual(['call ', '+1 916 555 0100'])
    expect(piecesOf('$12,345.60 2026-11-23')).toEqual(['$12,345.60 ', '2026-11-23'])
  })

  test('between words of a script that writes no spaces', () => {
    expect(piecesOf('สวนหลังบ้าน')).toEqual(['สวน', 'หลัง', 'บ้าน'])
    expect(piecesOf('房子后面的花园').length).toBeGreaterThan(2)
    expect(piecesOf('សួនច្បារនៅខាងក្រោយផ្ទះ').length).toBeGreaterThan(1)
  })

  test('neither before a mark that ends a sentence nor after an opening bracket', () => {
    for (const piece of piecesOf('我们喝茶（绿茶）。很安静，真的。')) expect(piece).not.toMatch(/^[，。）]|（$/)
    expect(piecesOf('នៅពេលព្រឹក។').at(-1)).toMatch(/.។$/)
  })

  test('at the end of a text, and nowhere else in an empty one', () => {
    expect(breakPoints('one')).toEqual([3])
    expect(breakPoints('')).toEqual([])
  })
})
