import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js'
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { sparedWords } from './spared-words.server.ts'

/** Shortest beginning that may stand for a word, in lists whose words all differ in these letters. */
const PREFIX_LETTERS = 4

/** One of the BIP-39 lists, used as a plain list of 2048 words. https://github.com/bitcoin/bips/tree/master/bip-0039 */
export interface WordList {
  readonly language: LanguageCode
  /** As people read them: composed characters, with accents. */
  readonly words: readonly string[]
  /** The words from which new phrases are made. */
  readonly drawn: readonly string[]
  /** Finds the plain form of the word that a typed plain word stands for; `null` where there is none. */
  readonly find: (typed: string) => string | null
}

/**
 * The form in which words are compared, looked up and stretched: no accents, no capitals, decomposed. No two words of one list have the
 * same plain form, so ignoring accents costs no strength.
 */
export function plainForm(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** In reading order: where two lists know the same words, the first gives the language, and the plain words are equal anyway. */
export const WORD_LISTS: readonly WordList[] = [
  createWordList('en', english, true),
  createWordList('es', spanish, true),
  createWordList('zh-Hans', simplifiedChinese, false),
  createWordList('zh-Hant', traditionalChinese, false),
  createWordList('ko', korean, false),
]

/** The list of a language; `null` where there is none and the phrase is made of digits. */
export function findWordList(language: LanguageCode): WordList | null {
  return WORD_LISTS.find(list => list.language === language) ?? null
}

function createWordList(language: LanguageCode, words: readonly string[], prefixes: boolean): WordList {
  const forms = words.map(plainForm)
  const shown = words.map(word => word.normalize('NFC'))
  const spared = sparedWords(language)
  const whole = new Set(forms)
  const byPrefix = new Map(prefixes ? forms.map(form => [form.slice(0, PREFIX_LETTERS), form]) : [])
  return {
    language,
    words: shown,
    drawn: shown.filter(word => !spared.has(word)),
    find(typed) {
      if (whole.has(typed)) return typed
      const word = typed.length >= PREFIX_LETTERS ? byPrefix.get(typed.slice(0, PREFIX_LETTERS)) : undefined
      return word?.startsWith(typed) ? word : null
    },
  }
}
