import { describe, expect, test } from 'vitest'
import { applicationDay, emergencyPayDay, payBirthday, processingDates } from './processing-dates.ts'

const dates = (mailedOn: string) => processingDates(mailedOn).map(({ step, from, to }) => [step, from, to])

describe('the days of the steps after mailing', () => {
  test('are counted step by step, over the end of a year', () => {
    expect(dates('2026-11-23')).toEqual([
      ['receipt', '2026-12-23', '2027-01-22'],
      ['eligibility', '2027-02-21', '2027-04-22'],
      ['assignment', '2027-02-21', '2027-09-19'],
      ['review', '2027-02-21', '2028-01-17'],
    ])
  })

  test('are counted from the latest step that happened', () => {
    expect(processingDates('2027-01-10', 'assignment').map(({ step, from, to }) => [step, from, to])).toEqual([
      ['assignment', '2027-01-10', '2027-06-09'],
      ['review', '2027-01-10', '2027-10-07'],
    ])
  })

  test('take the leap day into account', () => {
    expect(dates('2028-01-30')[0]).toEqual(['receipt', '2028-02-29', '2028-03-30'])
    expect(dates('2027-01-30')[0]).toEqual(['receipt', '2027-03-01', '2027-03-31'])
    expect(applicationDay('2027-12-01')).toBe('2028-02-29')
    expect(emergencyPayDay('2026-12-15')).toBe('2027-01-14')
  })

  test('say where only the longest time was told', () => {
    expect(processingDates('2026-11-23').map(({ lowDays, highDays }) => [lowDays, highDays])).toEqual([
      [30, 60],
      [60, 90],
      [null, 150],
      [null, 120],
    ])
  })
})

describe('the birthday after which money is sent', () => {
  test('is one day, or the days that a month or a year can mean', () => {
    expect(payBirthday('2010-02-14', '2026-11-23')).toEqual({ from: '2028-02-14', to: '2028-02-14' })
    expect(payBirthday('2011', '2026-11-23')).toEqual({ from: '2029-01-01', to: '2029-12-31' })
    expect(payBirthday('2012-02-29', '2026-11-23')).toEqual({ from: '2030-03-01', to: '2030-03-01' })
  })

  test('is not named once it has surely come, nor when the birth date is not known', () => {
    expect(payBirthday('2008-11-23', '2026-11-23')).toBeNull()
    expect(payBirthday('2008-11-24', '2026-11-23')).toEqual({ from: '2026-11-24', to: '2026-11-24' })
    expect(payBirthday(undefined, '2026-11-23')).toBeNull()
  })
})
