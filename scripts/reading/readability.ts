import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import exemptTerms from './exempt.json' with { type: 'json' }

/** How hard a text is to read. */
export interface Reading {
  readonly words: number
  /** Flesch–Kincaid grade of the running text, or with its labels, whichever is higher. */
  readonly grade: number
}

const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Longer terms first, so that "Safe at Home" is not cut by a shorter one; a plural counts as its term.
const longestFirst = [...exemptTerms].sort((one, other) => other.length - one.length)
const EXEMPT = new RegExp(`(?<!\\w)(?:${longestFirst.map(escaped).join('|')})(?:'s|s)?(?!\\w)`, 'gi')

/**
 * A text as it is graded: an official term of the list, which no page may replace by a plainer word, counts
 * as one word of one syllable, and so does what the program fills in.
 */
export function plainText(text: string): string {
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\{\{.+?\}\}/g, 'term')
    .replace(EXEMPT, 'term')
}

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

function counts(texts: readonly string[]) {
  const sentences = texts.flatMap(text => plainText(text).split(/(?<=[.!?])["')]*\s+/)).filter(text => /[\p{L}\p{N}]/u.test(text))
  const words = sentences.flatMap(sentence => sentence.match(WORD) ?? [])
  return { sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0) }
}

/** Words of a page, with an official term of the list as one. */
export const wordsOf = (texts: readonly string[]): number => counts(texts).word

const isSentence = (text: string) => /[.!?]["')]*$/.test(text.trim())

/**
 * Words and grade of a page. Labels are short and would flatter the grade, so the running text is graded
 * alone as well, and the higher of the two counts.
 */
export function readingOf(texts: readonly string[]): Reading {
  const all = counts(texts)
  const running = counts(texts.filter(isSentence))
  const grades = [all, running].map(fleschKincaid).filter(grade => !Number.isNaN(grade))
  return { words: all.word, grade: Math.max(...grades, 0) }
}
