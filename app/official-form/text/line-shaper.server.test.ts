import { describe, expect, test } from 'vitest'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { directionOf, LineShaper } from './line-shaper.server.ts'

const shape = (text: string, direction = directionOf(text), person: LanguageCode = 'en') => new LineShaper(person).shape(text, direction)
const glyphs = (text: string, direction = directionOf(text)) => shape(text, direction).parts.flatMap(part => part.glyphs)
const letters = (text: string) =>
  glyphs(text)
    .map(glyph => glyph.text)
    .join('')
const ids = (text: string) => glyphs(text).map(glyph => glyph.id)

describe('a line', () => {
  test('runs from right to left when its first letter does, while its numbers run from left to right', () => {
    expect(directionOf('مثال 12')).toBe('rtl')
    expect(directionOf('12 Example مثال')).toBe('ltr')
    // The visual order from the left: the number, then the word with its last letter first.
    expect(letters('مثال 12')).toBe('12 لاثم')
    expect(letters('Ali مثال 12')).toBe('Ali 12 لاثم')
    expect(letters('مثال (916) 555-0100')).toBe('(916) 555-0100 لاثم')
  })

  test('joins Arabic letters, which look different when they stand alone', () => {
    expect(ids('بب').some(id => !ids('ب').includes(id))).toBe(true)
  })

  test('keeps the joiners that Farsi needs', () => {
    expect(ids('می\u200cخواهم')).not.toEqual(ids('میخواهم'))
  })

  test('draws each script in the packet’s font for it, and a mark in the font of its letter', () => {
    const fonts = (text: string, person?: LanguageCode) => [
      ...new Set(shape(text, directionOf(text), person).parts.map(part => part.face.family)),
    ]
    expect(fonts('Nguyễn Thị')).toEqual(['Noto Sans'])
    expect(fonts('王例子')).toEqual(['Noto Sans SC'])
    expect(fonts('王例子', 'zh-Hant')).toEqual(['Noto Sans TC'])
    expect(fonts('x王')).toEqual(['Noto Sans', 'Noto Sans SC'])
    expect(fonts('ตัวอย่าง')).toEqual(['Noto Sans Thai'])
    expect(fonts('ឧទាហរណ៍')).toEqual(['Noto Sans Khmer'])
    expect(fonts('ਉਦਾਹਰਣ')).toEqual(['Noto Sans Gurmukhi'])
  })

  test('has an empty box for a character that no font has', () => {
    expect(ids('\u{13000}')).toEqual([0])
  })

  test('has the width and the height of its ink', () => {
    const line = shape('Ễg', 'ltr')
    expect(line.width).toBeGreaterThan(1)
    expect(line.top).toBeGreaterThan(0.9)
    expect(line.bottom).toBeLessThan(-0.2)
    expect(shape('', 'ltr')).toEqual({ parts: [], width: 0, top: 0, bottom: 0 })
  })
})
