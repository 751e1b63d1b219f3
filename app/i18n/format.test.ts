import { describe, expect, test } from 'vitest'
import { formatDate, formatMoney, formatNumber, formatShortMonth } from './format.ts'

describe('money, numbers and dates', () => {
  test('numbers have a point before the decimals, in Spanish too', () => {
    expect(formatNumber(18.5, 'en')).toBe('18.5')
    expect(formatNumber(18.5, 'es')).toBe('18.5')
    expect(formatNumber(1200, 'es')).toBe('1,200')
  })

  test('money is written from whole cents', () => {
    expect(formatMoney(1_000_000, 'en')).toBe('$10,000')
    expect(formatMoney(123_450, 'en')).toBe('$1,234.50')
    expect(formatMoney(123_450, 'es')).toBe('$1,234.50')
    expect(formatMoney(123_450, 'fa')).toBe('$1,234.50')
    expect(formatMoney(1, 'en')).toBe('$0.01')
  })

  test('a date is no more precise than what was given, and in the calendar of the forms', () => {
    expect(formatDate('2022-03-04', 'en')).toBe('March 4, 2022')
    expect(formatDate('2022-03', 'en')).toBe('March 2022')
    expect(formatDate('2022', 'en')).toBe('2022')
    expect(formatDate('2022-03-04', 'es')).toBe('4 de marzo de 2022')
    expect(formatDate('2022-03-04', 'fa')).toBe('4 مارس 2022')
    expect(formatDate('2022-03-04', 'th')).toBe('4 มีนาคม 2022')
    expect(formatDate('2022-03-04', 'hmn')).toBe('March 4, 2022')
    expect(formatDate('2024-02-29', 'es')).toBe('29 de febrero de 2024')
  })

  test('a month is short where there is little room', () => {
    expect(formatShortMonth('2026-09', 'en')).toBe('Sep 2026')
    expect(formatShortMonth('2026-09', 'es')).toBe('sept 2026')
  })
})
