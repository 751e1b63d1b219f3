import { describe, expect, test } from 'vitest'
import { canDraw } from './fonts.server.ts'
import { printable, printableText } from './printable.ts'

describe('making text printable', () => {
  test('writes a character that no font has as its code, and reports it', () => {
    const missing = new Set<string>()
    expect(printableText('Ñandú 中龑 ខ្មែរ → 𓀀', canDraw, missing)).toBe('Ñandú 中龑 ខ្មែរ → [U+13000]')
    expect([...missing]).toEqual(['U+13000'])
  })

  test('keeps emoji as they were typed, with their skin and their family', () => {
    const missing = new Set<string>()
    const typed = 'Gracias 🙏🏽 😢 👩‍👧 🇲🇽 ❤'
    expect(printableText(typed, canDraw, missing)).toBe(typed)
    expect([...missing]).toEqual([])
  })

  test('removes control characters and marks that change nothing, and keeps line breaks', () => {
    const missing = new Set<string>()
    expect(printableText('a\u0000b\u0007\tc\r\nd\u202ee\u00adf\ufeff', () => true, missing)).toBe('ab c\ndef')
    expect(missing.size).toBe(0)
  })

  test('keeps joiners and direction marks, which languages need, although no font has a shape for them', () => {
    const missing = new Set<string>()
    expect(printableText('می\u200cخواهم \u2066A-1\u2069', codePoint => codePoint < 0x2000, missing)).toBe('می\u200cخواهم \u2066A-1\u2069')
    expect(missing.size).toBe(0)
  })

  test('joins letters with separate accents', () => {
    expect(printableText('e\u0301', codePoint => codePoint === 0xe9, new Set())).toBe('é')
  })

  test('changes every string in a value and nothing else', () => {
    expect(printable({ a: ['x\u0000'], b: 2, c: null, d: true }, () => true, new Set())).toEqual({ a: ['x'], b: 2, c: null, d: true })
  })
})
