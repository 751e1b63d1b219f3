import { existsSync, readFileSync } from 'node:fs'
import type { Field, Parts } from '#machines/answers/field.ts'
import type { Question } from '#machines/answers/question.ts'
import claimEn from '#locales/en/claim.json' with { type: 'json' }
import claimEs from '#locales/es/claim.json' with { type: 'json' }
import termsEn from '#locales/en/terms.json' with { type: 'json' }
import termsEs from '#locales/es/terms.json' with { type: 'json' }

interface Tree {
  readonly [key: string]: Tree | string
}

interface Sentences {
  readonly claim: Tree
  readonly terms: Tree
}

/** The sentences of the claim's pages in each language that is offered. */
const SENTENCES = {
  en: { claim: claimEn, terms: termsEn },
  es: { claim: claimEs, terms: termsEs },
} satisfies Record<string, Sentences>

/** A language whose pages are counted. */
export type ReadingLanguage = keyof typeof SENTENCES

export const READING_LANGUAGES = Object.keys(SENTENCES) as ReadingLanguage[]

/** Endings of sentences that are told in another way where another person than the victim fills the claim in. */
const VOICE = /_(guardian|family|helper|for|about)$/

/** Which sentences of a place are meant: those that the victim reads, or those that others read in their place. */
type Reader = 'victim' | 'others'

/** Every sentence and label below a place of a language file, in order. */
function textsBelow(place: Tree | string | undefined, reader?: Reader): string[] {
  if (place === undefined) return []
  if (typeof place === 'string') return [place]
  return Object.entries(place).flatMap(([key, inner]) =>
    typeof inner === 'string' && reader && VOICE.test(key) !== (reader === 'others') ? [] : textsBelow(inner, reader),
  )
}

const at = (tree: Tree, ...keys: string[]) =>
  keys.reduce<Tree | string | undefined>((place, key) => (typeof place === 'object' ? place[key] : undefined), tree)

const partTexts = ({ name, fields }: Parts, sentences: Sentences): string[] => [
  ...textsBelow(at(sentences.claim, 'parts', name), 'victim'),
  ...fields.flatMap(field => choiceTexts(field, sentences)),
]

/** What a field says beside its own label: its choices, and the labels of its parts. */
function choiceTexts(field: Field, sentences: Sentences): string[] {
  const { terms } = sentences
  switch (field.kind) {
    case 'yesNo':
      return [...textsBelow(terms.yes), ...textsBelow(terms.no)]
    case 'oneOf':
    case 'anyOf':
      return textsBelow(terms[field.terms])
    case 'group':
      return partTexts(field.parts, sentences)
    case 'list':
      return field.entry === 'text' ? [] : partTexts(field.entry, sentences)
    default:
      return []
  }
}

/** Everything that a question page says to the victim, help, labels and choices included. */
export function questionTexts(question: Question, language: ReadingLanguage = 'en'): string[] {
  const sentences = SENTENCES[language]
  return [
    ...textsBelow(at(sentences.claim, 'questions', question.id), 'victim'),
    ...Object.values(question.fields).flatMap(field => choiceTexts(field, sentences)),
  ]
}

/** What a question page says in English to others who fill the claim in, where it is not the same. */
export const textsForOthers = (question: Question): string[] => textsBelow(at(claimEn, 'questions', question.id), 'others')

/** A text of fewer words says nothing by its grade (a button or two), so it is graded together with the other short ones of its file. */
const FEWEST_WORDS = 20

/**
 * Pages of a file of English sentences, by the first key; texts that are too short to grade are graded together. A file that does not exist
 * has no pages.
 */
export function filePages(namespace: string): Map<string, string[]> {
  const file = new URL(`../locales/en/${namespace}.json`, import.meta.url)
  const pages = new Map<string, string[]>()
  if (!existsSync(file)) return pages
  const short: string[] = []
  for (const [key, place] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Tree)) {
    const texts = textsBelow(place)
    if (texts.join(' ').split(/\s+/).length < FEWEST_WORDS) short.push(...texts)
    else pages.set(`${namespace}.${key}`, texts)
  }
  if (short.length > 0) pages.set(`${namespace} (short labels)`, short)
  return pages
}
