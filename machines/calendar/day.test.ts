import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isDay,
  isLeapYear,
  isPartialDate,
  lastDayOf,
} from './day.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') })

describe('partial dates', () => {
  it.each(['2024-02-29', '2023-02-28', '1900-01-01', '2100-12-31', '2021-04-30', '2021-04', '2021'])('include %s', text => {
    expect(isPartialDate(text)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13',
    '2021-00',
    '2021-01-00',
    '2021-1-01',
    '21',
    '',
    ' 2021',
    '2021-01-01T00:00',
    '1899-12-31',
    '2101',
    '2021/01/01',
    '2021-01-',
    'ongoing',
  ])('do not include %j', text => {
    expect(isPartialDate(text)).toBe(false)
  })

  it('are days only when they are complete', () => {
    expect(isDay('2021-03-15')).toBe(true)
    expect(isDay('2021-03')).toBe(false)
    expect(isDay('2021-02-30')).toBe(false)
  })

  it('have a first and a last day', () => {
    expect([firstDayOf('2024'), lastDayOf('2024')]).toEqual(['2024-01-01', '2024-12-31'])
    expect([firstDayOf('2024-02'), lastDayOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
    expect(lastDayOf('2023-02')).toBe('2023-02-28')
    expect(lastDayOf('2023-11')).toBe('2023-11-30')
    expect([firstDayOf('2024-02-10'), lastDayOf('2024-02-10')]).toEqual(['2024-02-10', '2024-02-10'])
  })
})

describe('leap years', () => {
  it('follow the Gregorian rule', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
    expect([daysInMonth(2024, 2), daysInMonth(2100, 2), daysInMonth(2024, 9), daysInMonth(2024, 12)]).toEqual([29, 28, 30, 31])
  })
})

describe('counting days', () => {
  it('starts at 1970 and counts both ways', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1970-01-02'), dayNumber('1969-12-31')]).toEqual([0, 1, -1])
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2023-03-01', -1)).toBe('2023-02-28')
    expect([
      daysBetween('2024-01-01', '2025-01-01'),
      daysBetween('2025-01-01', '2024-01-01'),
      daysBetween('2025-01-01', '2025-01-01'),
    ]).toEqual([366, -366, 0])
  })

  it('has an inverse and keeps days in order', () => {
    fc.assert(
      fc.property(anyDay, number => {
        const day = dayFromNumber(number)
        expect(dayNumber(day)).toBe(number)
        expect(isDay(day)).toBe(true)
        expect(addDays(day, 1) > day).toBe(true)
      }),
    )
  })
})

describe('adding years', () => {
  it('keeps the day of the month', () => {
    expect(addYears('2019-06-15', 7, 'back')).toBe('2026-06-15')
    expect(addYears('2019-06-15', -2, 'forward')).toBe('2017-06-15')
  })

  it('moves 29 February in common years the way it is told', () => {
    expect(addYears('2020-02-29', 1, 'back')).toBe('2021-02-28')
    expect(addYears('2020-02-29', 1, 'forward')).toBe('2021-03-01')
    expect(addYears('2020-02-29', -1, 'forward')).toBe('2019-03-01')
    expect(addYears('2020-02-29', 4, 'forward')).toBe('2024-02-29')
    expect(addYears('2096-02-29', 4, 'back')).toBe('2100-02-28')
  })
})

describe('adding months', () => {
  it('keeps the day, or takes the last one of a shorter month', () => {
    expect(addMonths('2026-11-23', 6)).toBe('2027-05-23')
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-06-30', 6)).toBe('2026-12-30')
    expect(addMonths('2026-12-31', 0)).toBe('2026-12-31')
  })
})
