import { plainDigits } from '#machines/text/digits.ts'

/** Letters that Unicode does not take apart, and that people write without their mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  // Arabic and Farsi keyboards write the same letters differently.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
}
const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu')

/** Letters without the marks that people leave out, in one case; digits as 0 to 9. */
export const plain = (text: string): string =>
  plainDigits(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replace(PLAIN_LETTER, letter => PLAIN_LETTERS[letter] ?? letter)
    // Korean syllables were taken apart, too.
    .normalize('NFC')

/** The words of a text in any script, plain. What stands before and after an apostrophe is one word. */
export const wordsOf = (text: string): string[] => plain(text.replace(/['’ʼʻ`]/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []

/** Digits of a text; empty where it says anything else, so that a name is never taken for a number. */
export function digitsAlone(text: string): string {
  const digits = plain(text).replace(/[\s()+.,#/\-–—]/gu, '')
  return /^\d+$/.test(digits) ? digits : ''
}

/** A telephone number without the country code that some people write and others do not. */
export const phoneDigits = (digits: string): string => (digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits)

/** Scripts that are written without blanks between words, so that any letter may begin what people look for. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const isUnspaced = (word: string): boolean => UNSPACED.test(word)

/** How many letters of a word's beginning are marked; a shorter word is marked whole. */
const BEGINNINGS = [2, 3, 5] as const
const LONGEST_BEGINNING = 5

const lettersOf = (word: string): string[] => Array.from(word)
const beginning = (word: string, length: number): string => lettersOf(word).slice(0, length).join('')

/** What is marked of a word that stands in a case: its beginnings, or, where nobody can tell where a word begins, its letters in twos. */
export function partsOf(word: string): string[] {
  return isUnspaced(word) ? pairsOf(word) : [...new Set(BEGINNINGS.map(length => beginning(word, length)))]
}

/** Each letter with the one after it, and the first letter alone: a family name is often one letter. */
function pairsOf(word: string): string[] {
  const letters = lettersOf(word)
  return [...new Set([beginning(word, 1), ...letters.slice(1).map((letter, place) => `${letters[place]}${letter}`)])]
}

/**
 * Which marks a case has that holds a word beginning with what was typed: groups, of each of which it has one.
 * It finds more than was asked for, and {@link matcherFor} decides.
 */
export function soughtParts(typed: string): string[][] {
  const letters = lettersOf(typed)
  if (isUnspaced(typed))
    return letters.length === 1
      ? [[typed]]
      : pairsOf(typed)
          .slice(1)
          .map(pair => [pair])
  // Of four letters, the whole word is marked, and so are the first three of a longer one.
  return letters.length === 4 ? [[typed, beginning(typed, 3)]] : [[beginning(typed, LONGEST_BEGINNING)]]
}

/** How the same name sounds in the spellings in which it is heard: letters of one sound are one, vowels and a silent h are left out. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[cs]h|sch/g, 'S'],
  [/ll/g, 'y'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/g(?=[eiy])|^x/g, 'j'],
  [/c/g, 'k'],
  [/[zx]/g, 's'],
  [/[vw]/g, 'b'],
  [/d/g, 't'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h/g, ''],
  [/^h(?=.)/, ''],
  [/^[aeiouy]+/, 'A'],
  [/(?<=.)[aeiouy]/g, ''],
]

const LEAST_LETTERS_OF_A_SOUND = 3

/** A key that spellings of one name share, the order of letters left out; `null` where a word is too short, or its script says how it is spelled. */
export function soundOf(word: string): string | null {
  if (isUnspaced(word) || /\d/.test(word) || lettersOf(word).length < LEAST_LETTERS_OF_A_SOUND) return null
  const sound = /^[a-z]+$/.test(word) ? SOUNDS.reduce((text, [letters, one]) => text.replace(letters, one), word) : word
  return [...new Set(lettersOf(sound))].sort().join('')
}

/** How well a name fits what was typed: 3 is the word itself, 2 begins with it, 1 is another spelling; 0 does not fit. */
function wordMatch(typed: string, word: string): 0 | 1 | 2 | 3 {
  if (typed === word) return 3
  if (isUnspaced(typed) ? word.includes(typed) : word.startsWith(typed)) return 2
  return isSpelledAlike(typed, word) ? 1 : 0
}

/** Whether two words could be spellings, or slips of the finger, of one name. */
export function isSpelledAlike(one: string, other: string): boolean {
  const sound = soundOf(one)
  if (sound === null || sound !== soundOf(other)) return false
  return changesBetween(one, other) <= Math.floor((Math.min(one.length, other.length) - 1) / 2)
}

/**
 * How well all that was typed fits the words of a case, each word for itself; 0 where one fits nowhere.
 * @returns a function for many cases: names recur, and each word is looked at once
 */
export function matcherFor(typed: readonly string[]): (words: readonly string[]) => number {
  const known = typed.map(() => new Map<string, number>())
  const fit = (place: number, word: string, at: string): number => {
    const before = known[place]?.get(word)
    const now = before ?? wordMatch(at, word)
    if (before === undefined) known[place]?.set(word, now)
    return now
  }
  return words => {
    const best = typed.map((word, place) => Math.max(0, ...words.map(other => fit(place, other, word))))
    return best.length === 0 || best.includes(0) ? 0 : best.reduce((sum, each) => sum + each, 0) / best.length
  }
}

/** Letters to put in, leave out, change or swap with the next, to make one word the other. */
function changesBetween(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)]
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const steps = [
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + same,
        ...(swapped ? [at(before, column - 2) + 1] : []),
      ]
      now.push(Math.min(...steps))
    }
    ;[before, last] = [last, now]
  }
  return at(last, other.length)
}

const at = (row: readonly number[], place: number): number => row[place] ?? Infinity

/** A whole name in the one form in which two are compared: the order of its words differs from form to form. */
export const wholeName = (name: string): string => wordsOf(name).sort().join(' ')
