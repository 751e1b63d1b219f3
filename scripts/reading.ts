import { fileURLToPath } from 'node:url'
import { STAFF_NAMESPACES } from '#app/i18n/namespaces.ts'
import { getQuestion, QUESTIONS } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { filePages, questionTexts, READING_LANGUAGES, textsForOthers, type ReadingLanguage } from './reading/page-texts.ts'
import { readingOf, wordsOf, type Reading } from './reading/readability.ts'

/** Highest grade that a page may have, and most pages of the shortest complete claim. */
export const HIGHEST_GRADE = 6
export const MOST_PAGES = 21
/** Most words on those pages. Spanish names an advocate, a lawyer and the choices of the law in more words than English. */
export const MOST_WORDS: Readonly<Record<ReadingLanguage, number>> = { en: 1_700, es: 1_800 }

/** A day on which the invented claim is in time, so that the count does not change with the calendar. */
export const READING_DAY: Day = '2026-11-23'

export interface PageReading extends Reading {
  readonly page: string
}

/** Words and grade of every page that a claim with these answers asks, in order. */
export function pathReading(answers: ClaimAnswers, today: Day): PageReading[] {
  return replayClaim(answers, today).path.map(id => ({ page: id, ...readingOf(questionTexts(getQuestion(id))) }))
}

/** Words on the pages that a claim with these answers asks. */
export const pathWords = (answers: ClaimAnswers, today: Day, language: ReadingLanguage): number =>
  replayClaim(answers, today).path.reduce((sum, id) => sum + wordsOf(questionTexts(getQuestion(id), language)), 0)

/** Words and grade of every question page and of every page outside the claim. */
export function allReading(): PageReading[] {
  const questions = QUESTIONS.map(question => ({ page: `claim.${question.id}`, ...readingOf(questionTexts(question)) }))
  const forOthers = QUESTIONS.map(question => ({ page: `claim.${question.id} for others`, ...readingOf(textsForOthers(question)) })).filter(
    ({ words }) => words > 0,
  )
  const others = [
    'start',
    'check',
    'help',
    'flow',
    'common',
    'rules',
    'training',
    'keep',
    'evidence',
    'lifecycle',
    ...STAFF_NAMESPACES,
  ].flatMap(namespace => [...filePages(namespace)])
  return [...questions, ...forOthers, ...others.map(([page, texts]) => ({ page, ...readingOf(texts) }))]
}

/** Pages that are too hard to read. */
export const tooHard = (pages: readonly PageReading[]): PageReading[] => pages.filter(({ grade }) => grade > HIGHEST_GRADE)

const line = ({ page, words, grade }: PageReading) =>
  `${page.padEnd(32)} ${String(words).padStart(5)} words  grade ${grade.toFixed(1).padStart(4)}${grade > HIGHEST_GRADE ? '  too hard' : ''}`

function main(): void {
  const path = pathReading(SHORTEST_CLAIM, READING_DAY)
  const all = allReading()
  const words = READING_LANGUAGES.map(language => ({ language, count: pathWords(SHORTEST_CLAIM, READING_DAY, language) }))
  console.log('Flesch-Kincaid grades. Official terms (scripts/reading/exempt.json) and filled-in values count as one word of one')
  console.log('syllable. Running text is graded alone and together with labels and choices; the higher grade counts.\n')
  console.log('The shortest complete claim of a victim who files alone')
  console.log(path.map(line).join('\n'))
  const counted = words.map(({ language, count }) => `${count} words of at most ${MOST_WORDS[language]} in ${language}`).join(', ')
  console.log(`${path.length} pages of at most ${MOST_PAGES}; ${counted}\n`)
  console.log('Every page')
  console.log(all.map(line).join('\n'))
  if (path.length > MOST_PAGES || words.some(({ language, count }) => count > MOST_WORDS[language]) || tooHard(all).length > 0)
    process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
