import { existsSync, readFileSync } from 'node:fs'
import { PARTS, type PartGroup } from '#machines/answers/parts.ts'
import type { Question } from '#machines/answers/question.ts'
import claimFile from '#locales/en/claim.json' with { type: 'json' }
import termsFile from '#locales/en/terms.json' with { type: 'json' }

interface Tree {
  readonly [key: string]: Tree | string
}

const claim: Tree = claimFile
const terms: Tree = termsFile

/** Every sentence and label below a place of a language file, in order. */
function textsBelow(place: Tree | string | undefined): string[] {
  if (place === undefined) return []
  return typeof place === 'string' ? [place] : Object.values(place).flatMap(textsBelow)
}

const at = (tree: Tree, ...keys: string[]) =>
  keys.reduce<Tree | string | undefined>((place, key) => (typeof place === 'object' ? place[key] : undefined), tree)

const choiceTexts = (group: string) => (group === 'yesNo' ? textsBelow(terms.yes).concat(textsBelow(terms.no)) : textsBelow(terms[group]))

const partTexts = (group: PartGroup) => [
  ...textsBelow(at(claim, 'parts', group)),
  ...Object.values(PARTS[group].options).flatMap(choiceTexts),
]

/** Everything that a question page says in English, help, labels and choices included. */
export function questionTexts(question: Question): string[] {
  return [
    ...textsBelow(at(claim, 'questions', question.id)),
    ...Object.values(question.options ?? {}).flatMap(choiceTexts),
    ...Object.values(question.parts ?? {}).flatMap(partTexts),
  ]
}

/** Words below which a grade says nothing: a button or two, graded together with the other short labels of their file. */
const FEWEST_WORDS = 20

/**
 * Pages of a file of English sentences, by the first key; what is too short to grade is graded together.
 * A file that does not exist has no pages.
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
