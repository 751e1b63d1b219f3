import { describe, expect, test } from 'vitest'
import { findOfferedLanguage, LANGUAGES, negotiateLanguage, OFFERED_LANGUAGES } from './languages.ts'

describe('the table of languages', () => {
  test('holds the seventeen that will come, each with a direction and a font', () => {
    expect(LANGUAGES.map(language => language.code).sort()).toEqual([
      'ar',
      'en',
      'es',
      'fa',
      'hi',
      'hmn',
      'hy',
      'km',
      'ko',
      'lo',
      'pa',
      'ru',
      'th',
      'tl',
      'vi',
      'zh-Hans',
      'zh-Hant',
    ])
    expect(LANGUAGES.filter(language => language.direction === 'rtl').map(language => language.code)).toEqual(['ar', 'fa'])
    for (const language of LANGUAGES) expect(language.fonts.length).toBeGreaterThan(0)
  })

  test('offers only the finished ones', () => {
    expect(OFFERED_LANGUAGES.map(language => language.code)).toEqual(['en', 'es'])
    expect(findOfferedLanguage('ko')).toBeNull()
    expect(findOfferedLanguage('es')?.nativeName).toBe('Español')
  })
})

describe('the language of a browser', () => {
  test.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-GB', 'en'],
    ['ko,es;q=0.5', 'es'],
    ['en;q=0.3,es;q=0.9', 'es'],
    ['es;q=0,en', 'en'],
    ['', 'en'],
    ['xx,*;q=0.1', 'en'],
  ])('%s is served %s', (header, code) => {
    expect(negotiateLanguage(header).code).toBe(code)
  })
})
