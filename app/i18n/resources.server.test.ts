import { expect, test, vi } from 'vitest'
import { formatMonths } from './months.ts'
import { getI18n, getSentences, getTranslate } from './resources.server.ts'
import { createI18n, sentencesOf } from './translator.ts'

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

test('a sentence that nothing is filled into is looked up once, and what the language lacks is not kept', () => {
  expect(getSentences('es')).toBe(getSentences('es'))
  const instance = createI18n('en', { en: { common: { left: 'Left', left_helper: 'They left', days: '{{days}} days' } } })
  const lookUp = vi.spyOn(instance, 't')
  const [own, helper] = [sentencesOf(instance, 'en'), sentencesOf(instance, 'en', { keys: key => [`${key}_helper`, key], filled: {} })]
  for (let time = 0; time < 3; time += 1) {
    expect([own.t('common:left'), own.find('common:left'), helper.t('common:left')]).toEqual(['Left', 'Left', 'They left'])
  }
  expect(lookUp).toHaveBeenCalledTimes(2)
  expect([1, 2].map(days => own.t('common:days', { days }))).toEqual(['1 days', '2 days'])
  expect(lookUp).toHaveBeenCalledTimes(4)

  expect(own.find('common:later')).toBeUndefined()
  instance.addResource('en', 'common', 'later', 'Later')
  expect([own.find('common:later'), own.t('common:later')]).toEqual(['Later', 'Later'])
})
