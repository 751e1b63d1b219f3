import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { EstimateBars } from '#machines/rules/estimate-bars.ts'
import { EstimateDrawing } from './estimate-drawing.tsx'
import { estimateView } from './estimate-view.server.ts'

const BARS: EstimateBars = {
  lowCents: 500_000,
  highCents: 1_250_000,
  capCents: 1_000_000,
  mostCents: 2_000_000,
  years: [
    { from: '2023-01-01', to: '2023-12-31', lowCents: 500_000, highCents: 1_000_000, mostHours: 1, isCapped: true },
    { from: '2024-01-01', to: '2024-12-31', lowCents: 0, highCents: 250_050, mostHours: 1040, isCapped: false },
  ],
  isWider: false,
}
const viewOf = (bars: Partial<EstimateBars>, language: 'en' | 'es' = 'en') =>
  estimateView({ ...BARS, ...bars }, language, getTranslate(language))

test('the picture has lengths as shares of the most, and the words of each year say the same', () => {
  expect(viewOf({})).toEqual({
    all: { low: 0.25, high: 0.625 },
    ends: ['$0', '$20,000'],
    years: [
      { when: '2023', words: ['Up to 1 hour', '$5,000 to $10,000', 'The most for one year'], bar: { low: 0.5, high: 1 } },
      { when: '2024', words: ['Up to 1,040 hours', 'Up to $2,501'], bar: { low: 0, high: 0.25005 } },
    ],
    notes: [
      'Each block is one year. The line at the top is the most for one year: $10,000.',
      'The filled part is the low amount. The dashed part shows how much more it may be.',
    ],
  })
})

test('12 months that are no calendar year are named by both days, and one figure has no dashed part', () => {
  const year = { from: '2023-11-01', to: '2024-10-31', lowCents: 250_000, highCents: 250_000, mostHours: 200, isCapped: false } as const
  const one = { lowCents: 250_000, highCents: 250_000, years: [year] }
  const english = viewOf(one)
  expect(english.years).toEqual([
    { when: 'November 1, 2023 to October 31, 2024', words: ['About 200 hours', 'About $2,500'], bar: { low: 0.25, high: 0.25 } },
  ])
  expect(english.notes).toHaveLength(1)
  expect(viewOf(one, 'es').years[0]).toMatchObject({
    when: 'Del 1 de noviembre de 2023 al 31 de octubre de 2024',
    words: ['Unas 200 horas', 'Unos $2,500'],
  })
  const drawn = renderToStaticMarkup(<EstimateDrawing view={english} />)
  expect(drawn).not.toContain('bar-high')
})

test('a range that is not that of the blocks says why', () => {
  expect(viewOf({ isWider: true }).notes.at(-1)).toBe(
    'The years can be counted in more than one way. The blocks show one way. The amount above holds for all.',
  )
})

test('what is drawn is where the view says, and is hidden from who hears the words', () => {
  const drawn = renderToStaticMarkup(<EstimateDrawing view={viewOf({})} />)
  // All years from the start of the line, a year from the ground.
  expect(drawn).toContain('<rect class="bar-low" x="0" y="0" width="25" height="100"></rect>')
  expect(drawn).toContain('<rect class="bar-high" x="25" y="0" width="37.5" height="100"></rect>')
  expect(drawn).toContain('<rect class="bar-low" x="0" y="50" width="100" height="50"></rect>')
  expect(drawn).toContain('<rect class="bar-high" x="0" y="0" width="100" height="50"></rect>')
  // A year of which nothing is sure has no filled part.
  expect(drawn.match(/bar-low/g)).toHaveLength(2)
  expect(drawn.match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(3)
  expect(drawn).not.toContain('style=')
})
