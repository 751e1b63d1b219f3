import { describe, expect, test } from 'vitest'
import { beginsRightToLeft, isolateForeign, levelsOf, visualOrder } from './direction.ts'

/** A text as it stands on the page, left to right, character by character. */
function seen(text: string, rightToLeft = true): string {
  const levels = levelsOf(text, rightToLeft)
  const parts = Array.from(text, (character, index) => ({ character, level: levels[index] ?? 0 }))
  return visualOrder(parts)
    .map(({ character }) => character)
    .join('')
    .replace(/[\u2066-\u2069]/g, '')
}

describe('numbers and names in a text that is read from right to left', () => {
  test.each([
    '(916) 555-0100',
    'A-12-345',
    '$12,345.60',
    '2026-11-23',
    '12 Main Street, Apt 4',
    'Rosa M. Ejemplo',
    'name@example.org',
    'Sacramento (CA)',
  ])('keep their order: %s', found => {
    expect(seen(isolateForeign(`رقم ${found} هنا`))).toContain(found)
  })

  test('are turned round when they are not isolated', () => {
    expect(seen('رقم (916) 555-0100 هنا')).not.toContain('(916) 555-0100')
  })

  test('follow the text around them when they are a list', () => {
    expect(isolateForeign('عدد 1, 2, 3')).toBe('عدد 1, 2, 3')
  })

  test('leave a closing mark of the sentence outside', () => {
    expect(isolateForeign('(انظر A-1)')).toBe('(انظر \u2066A-1\u2069)')
  })
})

describe('the direction of a text', () => {
  test('is that of the first letter', () => {
    expect(beginsRightToLeft('1. باغ')).toBe(true)
    expect(beginsRightToLeft('Rosa باغ')).toBe(false)
    expect(beginsRightToLeft('123')).toBe(false)
  })

  test('puts the parts of a line in order by their levels', () => {
    const parts = [
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 1],
    ].map(([name, level]) => ({ name, level: Number(level) }))
    expect(
      visualOrder(parts)
        .map(({ name }) => name)
        .join(''),
    ).toBe('dbca')
  })
})
