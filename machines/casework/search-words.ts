import { plainDigits } from '#machines/text/digits.ts'

/** Letters that Unicode does not take apart, and that people often write without their mark. */
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
    // NFKD took Korean syllables apart, too; NFC joins them again.
    .normalize('NFC')

/** The words of a text in any script, plain. The parts before and after an apostrophe are one word. */
export const wordsOf = (text: string): string[] => plain(text.replace(/['’ʼʻ`]/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []

/** Digits of a text; empty where the text holds anything else, so that a name is never taken for a number. */
export function digitsAlone(text: string): string {
  const digits = plain(text).replace(/[\s()+.,#/\-–—]/gu, '')
  return /^\d+$/.test(digits) ? digits : ''
}

/** A telephone number without the country code that some people write and others do not. */
export const phoneDigits = (digits: string): string => (digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits)

/** Scripts that are written without blanks between words, so that any letter may begin what a member searches for. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const isUnspaced = (word: string): boolean => UNSPACED.test(word)

/** How many letters of a word's beginning are indexed; a shorter word is indexed whole. */
const BEGINNINGS = [2, 3, 5] as const
const LONGEST_BEGINNING = 5

const lettersOf = (word: string): string[] => Array.from(word)
const beginning = (word: string, length: number): string => lettersOf(word).slice(0, length).join('')

/** What is indexed of a word in a case: its beginnings or, in a script that does not show where a word begins, its letters in pairs. */
export function partsOf(word: string): string[] {
  return isUnspaced(word) ? pairsOf(word) : [...new Set(BEGINNINGS.map(length => beginning(word, length)))]
}

/** Each letter with the one after it, and the first letter alone: a family name is often one letter. */
function pairsOf(word: string): string[] {
  const letters = lettersOf(word)
  return [...new Set([beginning(word, 1), ...letters.slice(1).map((letter, place) => `${letters[place]}${letter}`)])]
}

/**
 * The parts to look up for what was typed, in groups: a case that holds a word beginning so has at least one part of every group. The
 * lookup finds more cases than were asked for, and {@link matcherFor} decides.
 */
export function soughtParts(typed: string): string[][] {
  const letters = lettersOf(typed)
  if (isUnspaced(typed))
    return letters.length === 1
      ? [[typed]]
      : pairsOf(typed)
          .slice(1)
          .map(pair => [pair])
  // For four typed letters: a word of four letters is indexed whole, and a longer word by its first three.
  return letters.length === 4 ? [[typed, beginning(typed, 3)]] : [[beginning(typed, LONGEST_BEGINNING)]]
}

/** Rules that make spellings of one name the same: letters of one sound become one letter, and vowels and a silent h are left out. */
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

/**
 * A key that spellings of one name share, whatever the order of their letters; `null` where a word is too short, holds a digit, or has a
 * script that leaves no choice of spelling.
 */
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

/** Whether two words could be spellings, or typing mistakes, of one name. */
export function isSpelledAlike(one: string, other: string): boolean {
  const sound = soundOf(one)
  if (sound === null || sound !== soundOf(other)) return false
  return changesBetween(one, other) <= Math.floor((Math.min(one.length, other.length) - 1) / 2)
}

/**
 * How well the typed words fit the words of a case, each word on its own; 0 where one of them fits nowhere.
 * @returns a function for many cases: it compares each word once, because names recur
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

/** How many letters have to be inserted, left out, changed or swapped with the next one to turn one word into the other. */
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

/** A whole name in the form in which two names are compared: its words sorted, because their order differs from form to form. */
export const wholeName = (name: string): string => wordsOf(name).sort().join(' ')
