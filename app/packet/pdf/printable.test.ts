import { describe, expect, test } from 'vitest'
import { canDraw, loadFonts, wordPieces } from './fonts.server.ts'
import { printable, printableText } from './printable.ts'

describe('text that fonts can draw', () => {
  test('what no font has is written as its code and reported', async () => {
    await loadFonts()
    const missing = new Set<string>()
    expect(printableText('Ñandú 中😀', canDraw, missing)).toBe('Ñandú [U+4E2D][U+1F600]')
    expect([...missing]).toEqual(['U+4E2D', 'U+1F600'])
  })

  test('control characters and invisible marks are removed, line breaks kept', () => {
    const missing = new Set<string>()
    expect(printableText('a\u0000b\u0007\tc\r\nd\u202ee\u200bf\ufeff', () => true, missing)).toBe('ab c\ndef')
    expect(missing.size).toBe(0)
  })

  test('letters with loose accents are joined', () => {
    expect(printableText('e\u0301', codePoint => codePoint === 0xe9, new Set())).toBe('é')
  })

  test('reaches every string and leaves the rest alone', () => {
    expect(printable({ a: ['x\u0000'], b: 2, c: null, d: true }, () => true, new Set())).toEqual({ a: ['x'], b: 2, c: null, d: true })
  })
})

describe('long words', () => {
  test('are cut without hyphens, and only when they are longer than a column', () => {
    expect(wordPieces('desoxirribonucleico')).toEqual(['desoxirribonucleico'])
    const pieces = wordPieces('x'.repeat(30))
    expect(pieces).toEqual(['x'.repeat(11), '', 'x'.repeat(11), '', 'x'.repeat(8)])
  })
})
