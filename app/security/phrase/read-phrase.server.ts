import type { LanguageCode } from '#app/i18n/languages.ts'
import { plainDigits } from '#machines/text/digits.ts'
import { FINDER_UNITS, GROUP_DIGITS, SECRET_GROUPS, SECRET_WORDS, splitUnits } from './make-phrase.server.ts'
import { plainForm, WORD_LISTS, type WordList } from './word-lists.server.ts'

/** Longest text that is read, in characters. Every phrase is far shorter. */
const LONGEST_TEXT = 1_000

/** The result of reading a typed phrase. It never holds a word that is not in a list. */
export type ReadPhrase =
  | {
      readonly ok: true
      /** Language of the words; `null` for digits. */
      readonly language: LanguageCode | null
      readonly finder: string
      readonly secret: string
    }
  | {
      readonly ok: false
      /** What the person seems to have typed. */
      readonly kind: 'words' | 'digits'
      /** Positions, from 1, of words that no list has. */
      readonly unknownWords: readonly number[]
      /** Words or digits found. */
      readonly found: number
      /** Words or digits that a phrase has. */
      readonly expected: number
    }

/**
 * Reads a phrase as people type it: any case, with or without accents, commas, line breaks and numbering,
 * full-width or native digits, Chinese without spaces, English and Spanish words from their fourth letter on.
 */
export function readPhrase(text: string): ReadPhrase {
  const plain = plainDigits(
    text
      .slice(0, LONGEST_TEXT)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  )
  return /\p{L}/u.test(plain) ? readWords(plain) : readDigits(plain)
}

function readWords(text: string): ReadPhrase {
  const typed = [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(([run]) => (/\p{Script=Han}/u.test(run) ? [...run] : [run])).map(plainForm)
  const { list, words } = bestReading(typed)
  const known = words.filter(word => word !== null)
  const expected = FINDER_UNITS + SECRET_WORDS
  if (known.length === words.length && words.length === expected) return { ok: true, language: list.language, ...splitUnits(known) }
  return {
    ok: false,
    kind: 'words',
    unknownWords: words.flatMap((word, index) => (word === null ? [index + 1] : [])),
    found: words.length,
    expected,
  }
}

/** Reads the words by the list that knows most of them, since a phrase is in one language. */
function bestReading(typed: readonly string[]): { list: WordList; words: (string | null)[]; known: number } {
  const readings = WORD_LISTS.map(list => {
    const words = typed.map(list.find)
    return { list, words, known: words.filter(word => word !== null).length }
  })
  return readings.reduce((best, reading) => (reading.known > best.known ? reading : best))
}

function readDigits(text: string): ReadPhrase {
  const runs = [...text.matchAll(/\d+/g)].map(([run]) => run)
  const expected = (FINDER_UNITS + SECRET_GROUPS) * GROUP_DIGITS
  const all = runs.join('')
  // Too many digits: perhaps the groups were numbered.
  const digits = all.length <= expected ? all : runs.filter(run => run.length >= GROUP_DIGITS).join('')
  if (digits.length !== expected) return { ok: false, kind: 'digits', unknownWords: [], found: digits.length, expected }
  const groups = Array.from({ length: FINDER_UNITS + SECRET_GROUPS }, (_, index) =>
    digits.slice(index * GROUP_DIGITS, (index + 1) * GROUP_DIGITS),
  )
  return { ok: true, language: null, ...splitUnits(groups) }
}
