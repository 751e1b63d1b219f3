import { randomInt } from 'node:crypto'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { findWordList, plainForm } from './word-lists.server.ts'

/** Words, or groups of digits, that only find the row: 21 bits (digits: 26). */
export const FINDER_UNITS = 2
/** Secret words: 6 × 10.9 = 65 bits, because some words are never drawn. */
export const SECRET_WORDS = 6
/** Secret groups of four digits: 5 × 13.3 = 66 bits. */
export const SECRET_GROUPS = 5
/** Digits in a group. */
export const GROUP_DIGITS = 4

/** A new phrase. It exists in this object and on the survivor's paper; the server stores it nowhere. */
export interface Phrase {
  /** Words, or groups of digits, in order, as they are shown. */
  readonly units: readonly string[]
  /** The units with spaces between. */
  readonly text: string
  /** Part that finds the row; of no use without the secret. */
  readonly finder: string
  /** Part that opens the row. */
  readonly secret: string
}

/** Makes a phrase of random words in the person's language, or of digits where the language has no list. */
export function makePhrase(language: LanguageCode): Phrase {
  const list = findWordList(language)
  const units = list
    ? Array.from({ length: FINDER_UNITS + SECRET_WORDS }, () => list.drawn[randomInt(list.drawn.length)] as string)
    : Array.from({ length: FINDER_UNITS + SECRET_GROUPS }, () => String(randomInt(10 ** GROUP_DIGITS)).padStart(GROUP_DIGITS, '0'))
  return { units, text: units.join(' '), ...splitUnits(units.map(plainForm)) }
}

/** Splits plain units into the part that finds and the part that opens. */
export function splitUnits(units: readonly string[]): { readonly finder: string; readonly secret: string } {
  return { finder: units.slice(0, FINDER_UNITS).join(' '), secret: units.slice(FINDER_UNITS).join(' ') }
}
