import { describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { CheckAnswers } from '#machines/eligibility/answers.ts'
import { replayCheck } from '#machines/eligibility/replay.ts'
import { resultView } from './result-view.server.ts'

const TODAY = '2026-11-23'
const skipped = { skipped: true } as const

const LIKELY: CheckAnswers = {
  kinds: { value: { kinds: ['labor'] } },
  place: { value: { place: 'california' } },
  dates: { value: { start: '2024-01-01', end: '2024-03' } },
  hours: { value: { hoursPerWeek: { low: 20, high: 30 } } },
  proof: { value: { evidence: ['affidavit'] } },
  'loss-proof': { value: { incomeEvidence: ['applicant_decl'] } },
  pauses: { value: { pauses: [] } },
}

const view = (answers: CheckAnswers, language: 'en' | 'es' = 'en') =>
  resultView({ today: TODAY, answers, replay: replayCheck(answers, TODAY) }, { language, t: getTranslate(language) })

const saidIn = (language: 'en' | 'es', ...keys: readonly string[]) => keys.map(key => getTranslate(language)(`rules:${key}`))

const codes = (result: ReturnType<typeof view>, effect: string) =>
  result.groups.find(group => group.effect === effect)?.reasons.map(({ code }) => code) ?? []

describe('the result of the check', () => {
  test('tells what supports a claim, each with its source', () => {
    const result = view(LIKELY)
    expect(result.outcome).toMatchObject({ code: 'likely', title: getTranslate('en')('rules:outcome.likely.title') })
    expect(codes(result, 'supports')).toEqual(['place-california', 'kind-known', 'crime-proof', 'income-proof'])
    expect(codes(result, 'needs')).toEqual([])
    expect(result.groups.flatMap(group => group.reasons).every(({ source }) => source.text !== '')).toBe(true)
    expect(result.time).toMatchObject({
      told: saidIn('en', 'deadline.status.open', 'deadline.basis.crime'),
      date: 'March 1, 2031',
      daysLeft: null,
      passed: false,
      lateForm: false,
    })
  })

  test('gives the money as a range in whole dollars that holds for the exact one', () => {
    // 20 hours of 61 days at the least, 30 hours of 91 days at the most, at $16.00: $2,788.57 to $6,240.
    const { amount, notes, reasons } = view(LIKELY).money
    expect(amount).toEqual({ key: 'check:result.moneyRange', params: { low: '$2,788', high: '$6,240' } })
    expect(notes.map(({ key }) => key)).toEqual(['check:result.moneyEstimate', 'check:result.moneySpan'])
    expect(reasons.map(({ code }) => code)).toEqual(['income-measure'])
  })

  test('says one amount where the range has no width, and none where nothing can be counted', () => {
    const full = { dates: { value: { start: '2022-01-01', end: '2024-12-31' } }, hours: { value: { hoursPerWeek: 60 } } }
    expect(view({ ...LIKELY, ...full }).money.amount).toMatchObject({ key: 'check:result.moneyOne', params: { high: '$20,000' } })
    const unsure = { hours: { value: { hoursPerWeek: { low: 0, high: 10 } } } }
    expect(view({ ...LIKELY, ...unsure }).money.amount?.key).toBe('check:result.moneyUpTo')
    const unknown = view({ ...LIKELY, hours: skipped }).money
    expect([unknown.amount, unknown.notes[0]?.key]).toEqual([null, 'check:result.moneyUnknown'])
    const none = view({ ...LIKELY, hours: { value: { hoursPerWeek: 0 } } }).money
    expect([none.amount, none.notes[0]?.key]).toEqual([null, 'check:result.moneyNone'])
  })

  test('tells a late filing as something that can still be done', () => {
    const late = view({ ...LIKELY, dates: { value: { start: '2010', end: '2012' } }, 'birth-year': skipped }, 'es')
    expect(late.time).toMatchObject({
      told: expect.arrayContaining(saidIn('es', 'deadline.status.late-filing')) as unknown,
      passed: true,
      date: '1 de enero de 2019',
      lateForm: true,
    })
    expect(late.next).toContain('nextLate')
    expect(late.outcome.code).toBe('more-needed')
  })

  test('counts the days where they are few', () => {
    const soon = view({ ...LIKELY, dates: { value: { start: '2019', end: '2019-12' } }, 'birth-year': skipped })
    expect(soon.time).toMatchObject({
      told: expect.arrayContaining(saidIn('en', 'deadline.status.soon')) as unknown,
      passed: false,
      date: 'December 1, 2026',
      daysLeft: 8,
    })
  })

  test('sends a person who was made to break the law to a lawyer first', () => {
    expect(view(LIKELY).next).not.toContain('nextLawyer')
    expect(view({ ...LIKELY, kinds: { value: { kinds: ['forced-crime'] } } }).next).toContain('nextLawyer')
  })

  test.each(['en', 'es'] as const)('has a sentence in %s for everything that it says', language => {
    const t = getTranslate(language)
    const ways: CheckAnswers[] = [
      LIKELY,
      Object.fromEntries(Object.keys(LIKELY).map(id => [id, skipped])),
      {
        ...LIKELY,
        dates: { value: { end: 'ongoing' } },
        place: { value: { place: 'elsewhere' } },
        pauses: { value: { pauses: ['incarcerated'] } },
      },
      {
        ...LIKELY,
        dates: { value: { start: '2019', end: '2019-12' } },
        'birth-year': { value: { birthDate: '1998-02' } },
        proof: { value: { evidence: [] } },
      },
    ]
    for (const answers of ways) {
      const result = view(answers, language)
      const told = [
        ...result.groups.flatMap(group => group.reasons),
        ...result.time.reasons,
        ...result.money.reasons,
        ...result.assumptions,
      ].map(({ text }) => text)
      const texts = [...told, ...result.time.told, ...result.missing, result.outcome.title, result.outcome.text]
      for (const text of texts) expect(text).not.toMatch(/\{\{|^$/)
      const said = [
        ...result.money.notes,
        result.money.most,
        ...result.answers.flatMap(line => line.sentences),
        ...result.next.map(key => ({ key: `check:result.${key}`, params: {} })),
      ]
      expect(texts.length + said.length).toBeGreaterThan(25)
      for (const { key, params } of said) expect(t(key, params)).not.toMatch(/\{\{|^$/)
    }
  })
})
