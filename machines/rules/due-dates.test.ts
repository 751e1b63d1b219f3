import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { dueDates, DUE_KINDS, type DueThing } from './due-dates.ts'
import { NO_DAYS, type Decision, type LifecycleDays } from './lifecycle-days.ts'

const TODAY = '2026-11-23'
const CLAIM: ClaimFile = { crime: { end: '2022-03-10' } }
const FILED: LifecycleDays = { ...NO_DAYS, filedOn: '2026-11-02' }
const decision = (kind: Decision['kind'], more: Partial<Decision> = {}): Decision => ({
  kind,
  noticeOn: '2026-11-10',
  way: null,
  afterAppeal: false,
  ...more,
})

const due = (lifecycle: Partial<LifecycleDays>, claim: ClaimFile = CLAIM, today = TODAY) =>
  dueDates(claim, { ...FILED, ...lifecycle }, today)
const days = (things: readonly DueThing[]) => things.map(({ kind, from, day }) => [kind, from, day])

describe('before a claim is filed', () => {
  test('its filing is due, as we read the rule', () => {
    expect(dueDates(CLAIM, NO_DAYS, TODAY)).toEqual([
      {
        kind: 'filing',
        whose: 'ours',
        from: null,
        day: '2029-03-10',
        daysLeft: 838,
        overdue: false,
        certainty: 'reading',
        citation: 'gov-13953-a',
        assumptions: ['ended-seven-years-reading'],
      },
    ])
  })

  test('the day stays when it has passed, for a late filing is possible', () => {
    expect(dueDates({ crime: { end: '2019-11-22' } }, NO_DAYS, TODAY)).toMatchObject([
      { kind: 'filing', day: '2026-11-22', daysLeft: -1, overdue: true },
    ])
    expect(dueDates({ crime: { end: '2019-11-23' } }, NO_DAYS, TODAY)).toMatchObject([{ daysLeft: 0, overdue: false }])
  })

  test('nothing is due while no day can be known', () => {
    expect(dueDates({ crime: { end: 'ongoing' } }, NO_DAYS, TODAY)).toEqual([])
    expect(dueDates({}, NO_DAYS, TODAY)).toEqual([])
  })
})

describe('after filing', () => {
  test('the steps of the Board are expected in the times that CalVCB staff told', () => {
    expect(days(due({}))).toEqual([
      ['receipt', '2026-12-02', '2027-01-01'],
      ['eligibility', '2027-01-31', '2027-04-01'],
      ['assignment', '2027-01-31', '2027-08-29'],
      ['review', '2027-01-31', '2027-12-27'],
    ])
    expect(due({}).map(({ whose, certainty, citation, assumptions }) => [whose, certainty, citation, assumptions])).toEqual([
      ['board', 'expected', 'sji-how-to-apply', ['windows-as-told']],
      ...Array.from({ length: 3 }, () => ['board', 'expected', 'sji-how-to-apply', ['windows-as-told', 'windows-added-up']]),
    ])
  })

  test('the steps of the Board are counted from the latest one that happened', () => {
    expect(days(due({ receivedOn: '2026-11-10' }))[0]).toEqual(['eligibility', '2027-01-09', '2027-02-08'])
    expect(days(due({ receivedOn: '2026-11-10', eligibleOn: '2026-11-15' }))).toEqual([
      ['assignment', '2026-11-15', '2027-04-14'],
      ['review', '2026-11-15', '2027-08-12'],
    ])
    expect(days(due({ incomeLossReviewOn: '2026-11-20' }))).toEqual([['review', '2026-11-20', '2027-03-20']])
  })

  test('no review is expected of an income loss that was not asked for', () => {
    expect(days(due({}, { ...CLAIM, work: [] })).map(([kind]) => kind)).toEqual(['receipt', 'eligibility'])
    expect(due({ eligibleOn: '2026-11-15' }, { ...CLAIM, work: [] })).toEqual([])
  })

  test('a letter that has not come is overdue', () => {
    expect(due({ filedOn: '2026-09-23' }).map(({ kind, day, overdue }) => [kind, day, overdue])[0]).toEqual(['receipt', '2026-11-22', true])
  })

  test('an emergency award is paid by its day, unless the claim is decided', () => {
    const claim: ClaimFile = { ...CLAIM, emergency: { requested: true } }
    expect(due({}, claim)[0]).toMatchObject({
      kind: 'emergency-pay',
      day: '2026-12-02',
      citation: 'gov-13952.5',
      assumptions: ['counted-from-sending'],
    })
    expect(due({ decision: decision('allowed') }, claim)).toEqual([])
  })
})

describe('after a notice', () => {
  test('the missing information is due in thirty days', () => {
    expect(due({ receivedOn: '2026-11-10', informationAskedOn: '2026-11-20' })[0]).toMatchObject({
      kind: 'missing-information',
      whose: 'ours',
      day: '2026-12-20',
      daysLeft: 27,
      certainty: 'rule',
      citation: 'gov-13952-c',
    })
  })

  test('an appeal is due in forty-five days, even against a denial of a part', () => {
    const appeal = { kind: 'appeal', day: '2026-12-25', certainty: 'rule', citation: 'gov-13959', assumptions: [] }
    expect(due({ decision: decision('denied') })).toMatchObject([appeal])
    expect(due({ decision: decision('allowed-in-part'), paidOn: '2026-11-20' })).toMatchObject([appeal])
    expect(due({ decision: decision('allowed') })).toEqual([])
  })

  test('an appeal that was sent is decided in six months', () => {
    expect(due({ decision: decision('denied'), appealedOn: '2026-11-20' })).toMatchObject([
      { kind: 'appeal-decision', whose: 'board', day: '2027-05-20', certainty: 'expected', citation: 'ab-1563' },
    ])
  })

  test('a recommendation sets two days, which rest on two pages that differ', () => {
    const things = due({ decision: decision('denied'), appealedOn: '2026-11-12', recommendationOn: '2026-11-20' })
    expect(things.map(({ kind, day, certainty, assumptions }) => [kind, day, certainty, assumptions]).slice(0, 2)).toEqual([
      ['hearing-request', '2026-12-10', 'reading', ['appeal-days-differ']],
      ['hearing-information', '2026-12-20', 'reading', ['appeal-days-differ']],
    ])
  })

  test.each([
    ['handed', '2026-12-10', 'rule', []],
    ['mailed', '2027-01-09', 'rule', []],
    [null, '2026-12-10', 'reading', ['shorter-of-two']],
  ] as const)('that denies an appeal and was %s, a court can be asked until %s', (way, day, certainty, assumptions) => {
    const lifecycle = { appealedOn: '2026-11-05', decision: decision('denied', { way, afterAppeal: true }) }
    expect(due(lifecycle)).toMatchObject([{ kind: 'court', day, certainty, citation: 'gov-13960', assumptions }])
  })

  test('the money of a child waits for a birthday', () => {
    const claim: ClaimFile = { ...CLAIM, victim: { birthDate: '2010-02' } }
    expect(due({ decision: decision('allowed') }, claim)).toMatchObject([{ kind: 'pay-birthday', from: '2028-02-01', day: '2028-02-28' }])
    expect(due({ decision: decision('allowed'), paidOn: '2026-11-20' }, claim)).toEqual([])
    expect(due({ decision: decision('denied') }, claim).map(({ kind }) => kind)).toEqual(['appeal'])
  })
})

test('nothing is due in a closed draft', () => {
  expect(due({ informationAskedOn: '2026-11-20', closedOn: '2026-11-21' })).toEqual([])
})

test('the nearest day comes first, and things of one day keep the order of DUE_KINDS', () => {
  const things = due({ informationAskedOn: '2026-12-02' }, { ...CLAIM, emergency: { requested: true } })
  expect(things.map(({ day }) => day)).toEqual(things.map(({ day }) => day).sort())
  expect(days(things).slice(0, 3)).toEqual([
    ['emergency-pay', null, '2026-12-02'],
    ['missing-information', null, '2027-01-01'],
    ['receipt', '2026-12-02', '2027-01-01'],
  ])
  expect(new Set(DUE_KINDS).size).toBe(DUE_KINDS.length)
})
