import { describe, expect, test } from 'vitest'
import { dueDates } from '#machines/rules/due-dates.ts'
import { NEW_DRAFT } from '#machines/draft/context.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { dueSentences, obstacleSentence } from './tell.ts'

const [english, spanish] = [getTranslate('en'), getTranslate('es')]

describe('the sentence about why a step waits', () => {
  test('names a missing fact in the words of the rules', () => {
    const missing = { code: 'missing', citation: '2-ccr-649.7', params: { item: 'crime-end' } } as const
    expect(obstacleSentence(english, missing)).toEqual({
      text: 'This is still missing: When it ended, or that it still goes on',
      source: '2 CCR § 649.7(a) (effective 2024-07-01; first part read)',
    })
    expect(obstacleSentence(spanish, missing).text).toMatch(/^Esto falta todavía: \S/)
  })

  test('names no source for a choice of this program', () => {
    expect(obstacleSentence(english, { code: 'day-ahead', citation: 'house-choice' }).source).toBeNull()
  })
})

describe('a thing that is due', () => {
  const [filing] = dueDates({ crime: { end: '2019-11' } }, NEW_DRAFT, '2026-11-23')

  test('is told with how sure its day is and how it is counted', () => {
    expect(filing && dueSentences(english, filing)).toEqual({
      what: 'Last day to send the claim',
      whose: 'For us to do',
      notes: [
        'This day has passed. It may still be worth sending. Ask a lawyer or an advocate.',
        'This is how we read the rule. A lawyer should check the day.',
        'If it went on for some time, we count from the day it ended. This is how we read the law.',
        'You gave a month or a year. For the last day to apply, we used the first day of it. The true day may be later.',
      ],
      source: 'Gov. Code § 13953(a)',
    })
  })

  test('is told in Spanish, too, with its own assumptions', () => {
    const things = dueDates({}, { ...NEW_DRAFT, filedOn: '2026-11-02' }, '2026-11-23')
    expect(things.map(thing => dueSentences(spanish, thing).notes)).toEqual([
      ['Este día es un cálculo con lo que dijo CalVCB. No es una promesa.', 'Personal de CalVCB dijo cuánto tardaban sus pasos.'],
      ...Array.from({ length: 3 }, () => expect.arrayContaining(['Contamos cada paso desde el anterior.']) as string[]),
    ])
  })
})
