import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, foldLine, joinLines } from './ics-lines.ts'

const octets = (text: string) => Buffer.byteLength(text, 'utf8')

describe('a text value', () => {
  test.each([
    ['a, b; c', String.raw`a\, b\; c`],
    ['back\\slash', String.raw`back\\slash`],
    ['two\r\nlines\nand\rthree', String.raw`two\nlines\nand\nthree`],
    ['BEGIN:VEVENT\u0000\u0007', 'BEGIN:VEVENT'],
  ])('is escaped when it is %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })
})

describe('a content line', () => {
  test('stays whole up to 75 octets, and is folded when it is longer', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    expect(foldLine('x'.repeat(150))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`)
  })

  test('is folded between characters', () => {
    expect(foldLine(`${'x'.repeat(74)}é`)).toBe(`${'x'.repeat(74)}\r\n é`)
    expect(foldLine(`${'x'.repeat(72)}😀`)).toBe(`${'x'.repeat(72)}\r\n 😀`)
    expect(foldLine(`${'x'.repeat(71)}😀`)).toBe(`${'x'.repeat(71)}😀`)
  })

  test('is never too long when it is folded, and unfolds to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const line = text.replace(/[\r\n]/g, '')
        const folded = foldLine(line)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
      }),
    )
  })

  test('ends with a carriage return and a line feed', () => {
    expect(joinLines(['A:1', 'B:2'])).toBe('A:1\r\nB:2\r\n')
  })
})
