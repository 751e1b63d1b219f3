import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { getSentences } from '#app/i18n/resources.server.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { SectionMarks } from './section-marks.tsx'
import { sectionsView, type SectionView } from './sections-view.server.ts'
import { speechFor } from './speech.server.ts'

const TODAY = '2026-11-23'
const sectionsOf = (answers: ClaimAnswers, language: 'en' | 'es' = 'en') =>
  sectionsView(claimProgress(answers, TODAY), speechFor(language, answers).t, 'work')
const toldOf = (answers: ClaimAnswers, language?: 'en' | 'es') =>
  sectionsOf(answers, language).map(({ title, told }) => `${title}: ${told}`)

const LEFT_OPEN: ClaimAnswers = { ...SHORTEST_CLAIM, 'income-evidence': { left: 'advocate' }, contact: { left: 'skipped' } }

test('a section of which no page applies is not counted, and one with a page that was skipped says so', () => {
  expect(toldOf(LEFT_OPEN)).toEqual([
    'To begin: Done',
    'What happened: Done',
    'The work: Done',
    'Proof: Done, 1 page left open',
    'Money: Done',
    'About you: Done, 1 page left open',
    'Help and signing: Done',
  ])
  expect(toldOf(LEFT_OPEN, 'es')[3]).toMatch(/: Lista, con 1 página abierta$/)
  expect(toldOf({ filer: { value: { filer: 'victim' } } }).slice(0, 2)).toEqual(['To begin: Done', 'What happened: Not started'])
})

test('the row of marks has every section with its state, and marks the one of the page', () => {
  const draw = (sections: readonly SectionView[]) =>
    renderToStaticMarkup(
      <SentencesProvider value={getSentences('en')}>
        <SectionMarks sections={sections} />
      </SentencesProvider>,
    )
  const drawn = draw(sectionsOf(LEFT_OPEN))
  expect(drawn.match(/<li[^>]*>/g)).toHaveLength(7)
  expect(drawn.match(/<li aria-current="step">.*?<span class="sr-only">([^<]*)/)?.[1]).toBe('The work: Done')
  expect(drawn.match(/aria-current/g)).toHaveLength(1)
  // Every state has a shape of its own.
  const shapes = (['complete', 'left-open', 'in-progress', 'not-started'] as const).map(state => {
    const [, shape] = /<path [^>]*d="([^"]*)"/.exec(draw([{ id: 'work', title: '', told: '', isNow: false, state }])) ?? []
    return shape
  })
  expect(new Set(shapes).size).toBe(4)
  expect(draw([])).toBe('')
})
