import { expect, test } from 'vitest'
import { formatMonths } from './months.ts'
import { getI18n, getTranslate } from './resources.server.ts'

test('all requests in a language share its sentences, and each language has its own', () => {
  expect(getI18n('es')).toBe(getI18n('es'))
  expect(formatMonths('es')).toBe(formatMonths('es'))
  expect([getI18n('en'), getI18n('es')].map(({ language, resolvedLanguage }) => [language, resolvedLanguage])).toEqual([
    ['en', 'en'],
    ['es', 'es'],
  ])
  expect([formatMonths('en')[0], formatMonths('es')[0]]).toEqual(['January', 'enero'])
})

test('what fills one sentence is not in the next', () => {
  const t = getTranslate('en')
  expect(t('check:hours.one', { hours: 'PERSON' })).toContain('PERSON')
  expect(t('check:hours.one')).not.toContain('PERSON')
  const { options, store, services } = getI18n('en')
  const seen = new WeakSet()
  const all = JSON.stringify([options, store.data, services], (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return undefined
    seen.add(value)
    return value
  })
  expect(all).not.toContain('PERSON')
})
