import { describe, expect, test } from 'vitest'
import { OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { QUESTIONS } from '#machines/answers/questions/index.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { READING_LANGUAGES } from './reading/page-texts.ts'
import { plainText, readingOf } from './reading/readability.ts'
import { allReading, MOST_PAGES, MOST_WORDS, pathReading, pathWords, READING_DAY, tooHard } from './reading.ts'

describe('the shortest complete claim', () => {
  const path = pathReading(SHORTEST_CLAIM, READING_DAY)

  test('fits the pages that were promised', () => {
    expect(path.length).toBeLessThanOrEqual(MOST_PAGES)
    expect(path.map(({ page }) => page)).toEqual(Object.keys(SHORTEST_CLAIM))
  })

  test.each(READING_LANGUAGES)('is told in few words in %s', language => {
    expect(pathWords(SHORTEST_CLAIM, READING_DAY, language)).toBeLessThanOrEqual(MOST_WORDS[language])
  })

  test('is counted in every language that is offered', () => {
    expect(READING_LANGUAGES).toEqual(OFFERED_LANGUAGES.map(({ code }) => code))
  })

  test('has something to read on every page', () => {
    for (const { page, words } of path) expect(words, page).toBeGreaterThan(30)
  })
})

test('every page reads at grade 6 or lower', () => {
  const all = allReading()
  expect(all.map(({ page }) => page)).toEqual(expect.arrayContaining(QUESTIONS.map(({ id }) => `claim.${id}`)))
  expect(tooHard(all)).toEqual([])
})

describe('the grade', () => {
  test('is that of Flesch and Kincaid', () => {
    // 8 words, 2 sentences, 8 syllables and 9 words, 1 sentence, 12 syllables, counted by hand.
    expect(readingOf(['We pay for work. You choose who helps.']).grade).toBe(0)
    expect(readingOf(['The little dog ran over to the yellow house.']).grade).toBeCloseTo(0.39 * 9 + (11.8 * 12) / 9 - 15.59, 5)
  })

  test('of official prose is too high', () => {
    const official = 'Compensation determinations are administratively reconsidered following documentation of extraordinary circumstances.'
    expect(readingOf([official]).grade).toBeGreaterThan(6)
  })

  test('of hard sentences is not hidden by short labels', () => {
    const official = 'Eligibility determinations necessitate corroborating documentation.'
    expect(readingOf([official, ...Array.from({ length: 50 }, () => 'Yes')]).grade).toBe(readingOf([official]).grade)
  })

  test('counts an official term and a filled-in value as one short word, and nothing else', () => {
    expect(plainText('Ask CalVCB about restitution of {{amount}}.')).toBe('Ask term about term of term.')
    expect(plainText("An attorney's paroles")).toBe('An term term')
    expect(plainText('The guardianship of California')).toBe('The guardianship of term')
  })
})
