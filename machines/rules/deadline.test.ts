import { describe, expect, it } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { filingDeadline } from './deadline.ts'

const TODAY = '2026-11-23'
const deadline = (crime: ClaimFile['crime'], birthDate?: string, today = TODAY) =>
  filingDeadline({ crime, ...(birthDate === undefined ? {} : { victim: { birthDate } }) }, today)
const dated = (...args: Parameters<typeof deadline>) => {
  const { date, basis } = deadline(...args)
  return [date, basis]
}

describe('the date of the filing deadline', () => {
  it('is seven years after the crime ended', () => {
    expect(dated({ end: '2022-03-10' })).toEqual(['2029-03-10', 'crime'])
  })

  it('is the 28th birthday or seven years after discovery when that is later', () => {
    expect(dated({ end: '2015-03-10' }, '2001-05-05')).toEqual(['2029-05-05', 'age-21'])
    expect(dated({ end: '2015-03-10', discovered: '2021-01-02' }, '1990-05-05')).toEqual(['2028-01-02', 'discovery'])
  })

  it('names the first of equal dates: crime, then age, then discovery', () => {
    expect(dated({ end: '2022-05-05', discovered: '2022-05-05' }, '2001-05-05')).toEqual(['2029-05-05', 'crime'])
    expect(dated({ end: '2010-05-05', discovered: '2022-05-05' }, '2001-05-05')).toEqual(['2029-05-05', 'age-21'])
  })

  it('reads a month or a year at its first day, and says so', () => {
    expect(dated({ end: '2022-03' })).toEqual(['2029-03-01', 'crime'])
    expect(dated({ end: '2022' })).toEqual(['2029-01-01', 'crime'])
    expect(deadline({ end: '2022-03' }).assumptions).toEqual(['ended-seven-years-reading', 'partial-date-read-early'])
    expect(deadline({ end: '2022-03-10' }).assumptions).toEqual(['ended-seven-years-reading'])
  })

  it('falls back to 28 February', () => {
    expect(dated({ end: '2020-02-29' })).toEqual(['2027-02-28', 'crime'])
    expect(dated({ end: '2010-01-01' }, '2004-02-29')).toEqual(['2032-02-29', 'age-21'])
  })

  it('is not known from an end that is still to come', () => {
    expect(deadline({ end: '2027' }, '2001-05-05')).toMatchObject({
      date: null,
      status: 'unknown',
      reasons: [{ code: 'crime-end-missing' }],
    })
    expect(deadline({ end: '2026-12' })).toMatchObject({ date: null, status: 'unknown' })
    expect(dated({ end: '2026' })).toEqual(['2033-01-01', 'crime'])
  })

  it('is open without a date while the crime goes on, and unknown while its end is not given', () => {
    expect(deadline({ end: 'ongoing' }, '1990-01-01')).toMatchObject({
      status: 'open',
      date: null,
      basis: null,
      daysLeft: null,
      lateFilingStatement: false,
    })
    expect(deadline({ start: '2015', discovered: '2016' }, '2009-01-01')).toMatchObject({
      status: 'unknown',
      date: null,
      basis: null,
      lateFilingStatement: false,
      reasons: [{ code: 'crime-end-missing', effect: 'needs' }],
    })
    expect(deadline(undefined).status).toBe('unknown')
  })
})

describe('the status of the filing deadline', () => {
  it.each([
    ['2027-05-23', 181, 'open'],
    ['2027-05-22', 180, 'soon'],
    ['2026-11-23', 0, 'soon'],
    ['2026-11-22', -1, 'late-filing'],
  ] as const)('for the date %s, %i days ahead, is "%s"', (date, daysLeft, status) => {
    const end = `${Number(date.slice(0, 4)) - 7}${date.slice(4)}`
    expect(deadline({ end })).toMatchObject({ date, daysLeft, status, lateFilingStatement: status === 'late-filing' })
  })

  it('asks for the late-filing statement when only discovery keeps the filing in time', () => {
    const alone = deadline({ end: '2019-11-22', discovered: '2019-11-23' })
    expect(alone).toMatchObject({ status: 'soon', basis: 'discovery', lateFilingStatement: true })
    expect(alone.reasons.map(reason => reason.code)).toEqual(['deadline-soon', 'discovery-alone'])
    expect(deadline({ end: '2015-01-01', discovered: '2022-01-01' }, '1998-11-22')).toMatchObject({
      status: 'open',
      lateFilingStatement: true,
    })
  })

  it('asks for no statement when the crime or the age keeps the filing in time, and for one when nothing does', () => {
    expect(deadline({ end: '2019-11-23', discovered: '2022-01-01' }).lateFilingStatement).toBe(false)
    expect(deadline({ end: '2015-01-01', discovered: '2022-01-01' }, '1998-11-23').lateFilingStatement).toBe(false)
    expect(deadline({ end: '2015-01-01', discovered: '2018-01-01' })).toMatchObject({ status: 'late-filing', lateFilingStatement: true })
  })
})
