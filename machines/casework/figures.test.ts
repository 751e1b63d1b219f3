import { describe, expect, test } from 'vitest'
import { figuresOf, type FigureCase } from './figures.ts'

const many = (count: number, each: Partial<FigureCase> = {}): FigureCase[] =>
  Array.from({ length: count }, () => ({ state: 'prepared', language: 'en', begunOn: '2026-11-02', missing: [], ...each }))
const LANGUAGES = ['en', 'es', 'ko']

describe('figures', () => {
  test('count the cases of each state, language and month, and what is missing', () => {
    const figures = figuresOf(
      [...many(40), ...many(30, { language: 'es', state: 'filed', begunOn: '2026-01-31', missing: ['phone'] })],
      '2026-11-26',
      LANGUAGES,
    )
    expect(figures.all).toEqual({ shown: 70 })
    expect(figures.states[0]).toEqual({ state: 'prepared', count: { shown: 40 } })
    expect(figures.languages).toEqual([
      { language: 'en', count: { shown: 40 } },
      { language: 'es', count: { shown: 30 } },
      { language: 'ko', count: { shown: 0 } },
    ])
    expect(figures.months.map(({ month }) => month)).toEqual([
      null,
      '2025-12',
      ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(month => `2026-${month}`),
    ])
    expect(figures.months.at(-1)).toMatchObject({ month: '2026-11', all: { shown: 40 } })
    expect(figures.missing.find(({ item }) => item === 'phone')).toEqual({ item: 'phone', yes: { shown: 30 }, no: { shown: 40 } })
  })

  test('put months longer ago into one row', () => {
    const figures = figuresOf(
      [...many(20, { begunOn: '2019-05-05' }), ...many(20, { begunOn: '2025-11-30' }), ...many(20)],
      '2026-11-26',
      LANGUAGES,
    )
    expect(figures.months[0]).toMatchObject({ month: null, all: { shown: 40 }, stages: { preparing: { shown: 40 } } })
  })

  test('hide small counts and the counts that would reveal them', () => {
    const figures = figuresOf([...many(50), ...many(20, { language: 'es' }), ...many(3, { language: 'ko' })], '2026-11-26', LANGUAGES)
    expect(figures.languages.map(({ count }) => count)).toEqual([{ shown: 50 }, { hidden: 'with-small' }, { hidden: 'small' }])
  })

  test('of few cases show no number but zero', () => {
    const { all, states, months } = figuresOf(many(9), '2026-11-26', LANGUAGES)
    for (const count of [all, ...states.map(({ count }) => count), ...months.map(month => month.all)])
      expect([{ hidden: 'small' }, { shown: 0 }]).toContainEqual(count)
  })
})
