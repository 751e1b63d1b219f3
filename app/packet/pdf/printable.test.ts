import { describe, expect, test } from 'vitest'
import { canDraw } from './fonts.server.ts'
import { printable, printableText } from './printable.ts'

describe('text that fonts can draw', () => {
  test('what no font has is written as its code and reported', () => {
    const missing = new Set<string>()
    expect(printableText('Ñandú 中龑 ខ្មែរ → 😀', canDraw, missing)).toBe('Ñandú 中龑 ខ្មែរ → [U+1F600]')
    expect([...missing]).toEqual(['U+1F600'])
  })

  test('control characters and marks that change nothing are removed, line breaks kept', () => {
    const missing = new Set<string>()
    expect(printableText('a\u0000b\u0007\tc\r\nd\u202ee\u00adf\ufeff', () => true, missing)).toBe('ab c\ndef')
    expect(missing.size).toBe(0)
  })

  test('joiners and directions, which languages need, are kept though no font has a shape for them', () => {
    const missing = new Set<string>()
    expect(printableText('می\u200cخواهم \u2066A-1\u2069', codePoint => codePoint < 0x2000, missing)).toBe('می\u200cخواهم \u2066A-1\u2069')
    expect(missing.size).toBe(0)
  })

  test('letters with loose accents are joined', () => {
    expect(printableText('e\u0301', codePoint => codePoint === 0xe9, new Set())).toBe('é')
  })

  test('reaches every string and leaves the rest alone', () => {
    expect(printable({ a: ['x\u0000'], b: 2, c: null, d: true }, () => true, new Set())).toEqual({ a: ['x'], b: 2, c: null, d: true })
  })
})
