import { describe, expect, test } from 'vitest'
import { addDays } from '#machines/calendar/day.ts'
import type { DueThing } from '#machines/rules/due-dates.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { dailyDigest } from './digest.ts'

const TODAY = '2026-11-23'
const english = getTranslate('en')

const due = (daysLeft: number, whose: DueThing['whose'] = 'ours'): DueThing => ({
  kind: whose === 'ours' ? 'appeal' : 'receipt',
  whose,
  from: null,
  day: addDays(TODAY, daysLeft),
  daysLeft,
  overdue: daysLeft < 0,
  certainty: 'rule',
  citation: 'gov-13959',
  assumptions: [],
})
const draft = (label: string, ...things: DueThing[]) => ({ calendarId: `${label.toLowerCase()}-0123456789abcdef`, label, due: things })

describe('the digest of a day', () => {
  const drafts = [
    draft('M-12', due(-1), due(7), due(-3, 'board')),
    draft('K-7', due(0), due(1), due(8), due(31), due(2, 'board')),
    draft('A-1', due(30), due(-40)),
  ]

  test('counts the days that have passed, are near or come later, and the late answers to ask about', () => {
    expect(dailyDigest(drafts, TODAY, 'en', english)).toEqual({
      subject: 'Papers: what is due',
      text: [
        'Papers on November 23, 2026\n',
        '2 last days have passed: A-1, M-12\n',
        '3 last days are in the next 7 days: K-7, M-12\n',
        '2 last days come after that, in the next 30 days: A-1, K-7\n',
        '1 answer is late, and worth asking about: M-12\n',
      ].join(''),
    })
  })

  test('is in Spanish for a Spanish reader', () => {
    const { text } = dailyDigest([draft('K-7', due(3))], TODAY, 'es', getTranslate('es'))
    expect(text).toBe('Documentos, 23 de noviembre de 2026\n1 último día está en los próximos 7 días: K-7\n')
  })

  test('says that nothing is due', () => {
    expect(dailyDigest([draft('K-7', due(31), due(5, 'board'))], TODAY, 'en', english).text).toBe(
      'Papers on November 23, 2026\nNothing is due in the next 30 days.\n',
    )
  })

  test('does not say what the due things are', () => {
    expect(JSON.stringify(dailyDigest(drafts, TODAY, 'en', english))).not.toMatch(/appeal|CalVCB|claim|13959|0123456789abcdef/i)
  })

  test('refuses a name as a label', () => {
    expect(() => dailyDigest([draft('Marisol Vega')], TODAY, 'en', english)).toThrow(RangeError)
  })
})
