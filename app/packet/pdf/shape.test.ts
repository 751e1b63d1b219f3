import { describe, expect, test } from 'vitest'
import { getFace, type Family } from './fonts.server.ts'
import { Shaper } from './shape.ts'

const shaper = new Shaper()
const glyphsOf = (text: string, family: Family) => shaper.shape(text, getFace(family, 'regular'), false).glyphs.map(({ id }) => id)

describe('words are shaped as their script is written', () => {
  test('the ring of a Thai SARA AM stands below the tone mark', () => {
    const [ring = 0] = glyphsOf('\u0e4d', 'Noto Sans Thai')
    expect(glyphsOf('ต่ำ', 'Noto Sans Thai').indexOf(ring)).toBe(1)
  })

  test.each([
    ['ເກັບ', '\u0eb1', 'Noto Sans Lao'],
    ['ត្រូវ', '\u17bc', 'Noto Sans Khmer'],
  ] as const)('the mark in %s takes the form for its place', (word, mark, family) => {
    expect(glyphsOf(word, family)).not.toContain(glyphsOf(mark, family).at(-1))
  })

  test.each([
    ['ខ្ញុំ', 'Noto Sans Khmer'],
    ['កំពុង', 'Noto Sans Khmer'],
    ['ਸਿੰਘ', 'Noto Sans Gurmukhi'],
    ['ਮੈਂ', 'Noto Sans Gurmukhi'],
  ] as const)('%s has several glyphs, and none of them is the glyph of a missing character', (word, family) => {
    expect(glyphsOf(word, family)).not.toContain(0)
    expect(glyphsOf(word, family).length).toBeGreaterThan(1)
  })
})
