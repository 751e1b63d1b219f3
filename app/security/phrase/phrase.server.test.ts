import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { makePhrase } from './make-phrase.server.ts'
import { readPhrase } from './read-phrase.server.ts'
import { sparedWords } from './spared-words.server.ts'
import { findWordList, plainForm, WORD_LISTS } from './word-lists.server.ts'

const SPANISH = 'ábaco abdomen abeja abierto abogado abono aborto abrazo'
const CHINESE = '的 一 是 在 不 了 有 和'
const DIGITS = '0123 4567 8901 2345 6789 0123 4567'

const partsOf = (text: string) => {
  const read = readPhrase(text)
  return read.ok ? [read.finder, read.secret] : read
}

describe('a new phrase', () => {
  test.each(LANGUAGES.map(language => language.code))('in %s is read back as it was made', language => {
    const phrase = makePhrase(language)
    expect(partsOf(phrase.text)).toEqual([phrase.finder, phrase.secret])
    expect(phrase.units).toHaveLength(findWordList(language) ? 8 : 7)
  })

  test('has at least 64 bits in its secret and differs each time', () => {
    for (const list of WORD_LISTS) expect(6 * Math.log2(list.drawn.length), list.language).toBeGreaterThanOrEqual(64)
    expect(makePhrase('es').secret.split(' ')).toHaveLength(6)
    expect(makePhrase('vi').secret).toMatch(/^\d{4}( \d{4}){4}$/)
    expect(5 * Math.log2(10 ** 4)).toBeGreaterThanOrEqual(64)
    expect(new Set(Array.from({ length: 200 }, () => makePhrase('en').secret)).size).toBe(200)
  })

  test('is drawn from lists in which no two words have the same plain form', () => {
    for (const list of WORD_LISTS) expect(new Set(list.words.map(plainForm)).size, list.language).toBe(2048)
  })
})

describe('spared words', () => {
  test.each(WORD_LISTS.map(list => [list.language, list] as const))(
    'of %s stand in its list, are not drawn, and are still read',
    (language, list) => {
      const spared = [...sparedWords(language)]
      expect(spared.length).toBeGreaterThan(10)
      expect(spared.filter(word => !list.words.includes(word))).toEqual([])
      expect(list.drawn.filter(word => spared.includes(word))).toEqual([])
      expect(list.drawn).toHaveLength(2048 - spared.length)
      expect(spared.map(plainForm).map(list.find)).toEqual(spared.map(plainForm))
    },
  )
})

describe('readPhrase', () => {
  const parts = ['abaco abdomen', 'abeja abierto abogado abono aborto abrazo']

  test.each([
    ['as shown', SPANISH],
    ['decomposed', SPANISH.normalize('NFD')],
    ['without accents, in capitals', 'ABACO ABDOMEN ABEJA ABIERTO ABOGADO ABONO ABORTO ABRAZO'],
    [
      'in numbered lines',
      SPANISH.split(' ')
        .map((word, index) => `${index + 1}. ${word}`)
        .join('\r\n'),
    ],
    ['with circled numbers, commas and a final dot', `①${SPANISH.replaceAll(' ', ',②')}.`],
    ['with spaces all over, some of them strange', `  ${SPANISH.replaceAll(' ', '\u00a0 \t\u3000')}\u200b `],
    ['by first letters only', 'abac abdo abej abie abog abon abor abra'],
  ])('takes a phrase %s', (_name, text) => {
    expect(partsOf(text)).toEqual(parts)
    expect(readPhrase(text)).toMatchObject({ ok: true, language: 'es' })
  })

  test('knows the language by the words, also of Chinese without spaces and of both forms of Korean', () => {
    expect(readPhrase('Abandon ability able about above absent absorb abstract')).toMatchObject({ ok: true, language: 'en' })
    expect(partsOf(CHINESE.replaceAll(' ', ''))).toEqual(['的 一', '是 在 不 了 有 和'])
    const korean = makePhrase('ko')
    expect(korean.text).toBe(korean.text.normalize('NFC'))
    expect(readPhrase(korean.text.normalize('NFD'))).toEqual({ ok: true, language: 'ko', finder: korean.finder, secret: korean.secret })
  })

  test('takes digits in any grouping, numbering and script', () => {
    const digits = ['0123 4567', '8901 2345 6789 0123 4567']
    expect(partsOf(DIGITS)).toEqual(digits)
    expect(partsOf(DIGITS.replaceAll(' ', ''))).toEqual(digits)
    expect(partsOf(DIGITS.replaceAll(' ', '-'))).toEqual(digits)
    expect(
      partsOf(
        DIGITS.split(' ')
          .map((group, index) => `${index + 1}) ${group}`)
          .join('\n'),
      ),
    ).toEqual(digits)
    for (const zero of [0xff10, 0x660, 0x6f0, 0x966, 0xa66, 0xe50, 0xed0, 0x17e0]) {
      expect(partsOf(DIGITS.replace(/\d/g, digit => String.fromCodePoint(zero + Number(digit))))).toEqual(digits)
    }
  })

  test('names the place of a word that no list has, and never the word', () => {
    const read = readPhrase('ábaco abdomen rosaejemplo abierto abogado abandonnn aborto abrazo')
    expect(read).toEqual({ ok: false, kind: 'words', unknownWords: [3, 6], found: 8, expected: 8 })
    expect(JSON.stringify(read)).not.toContain('rosa')
  })

  test('refuses too few words, too many, none, and words of two languages', () => {
    expect(readPhrase('ábaco abdomen')).toEqual({ ok: false, kind: 'words', unknownWords: [], found: 2, expected: 8 })
    expect(readPhrase(`${SPANISH} abrir`)).toMatchObject({ ok: false, found: 9, unknownWords: [] })
    expect(readPhrase('')).toEqual({ ok: false, kind: 'digits', unknownWords: [], found: 0, expected: 28 })
    expect(readPhrase(DIGITS.slice(1))).toMatchObject({ ok: false, kind: 'digits', found: 27 })
    expect(readPhrase(SPANISH.replace('abrazo', 'zebra'))).toMatchObject({ ok: false, unknownWords: [8] })
    expect(readPhrase('x'.repeat(5_000_000))).toMatchObject({ ok: false, unknownWords: [1] })
  })

  test('does not guess from three letters or from a wrong ending', () => {
    expect(readPhrase(SPANISH.replace('abdomen', 'abd'))).toMatchObject({ unknownWords: [2] })
    expect(readPhrase(SPANISH.replace('abdomen', 'abdomin'))).toMatchObject({ unknownWords: [2] })
  })
})
