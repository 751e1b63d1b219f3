import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, cellsOf, keptSheet, pointsOf, wordsOf } from '../testing/sheets.ts'

const dates = (claim: ClaimFile, mailOn?: string) => cellsOf(keptSheet('timeline', claim, mailOn ? { mailOn } : {})).map(row => row[2])

describe('the dates after mailing', () => {
  test('are counted from the day of mailing that was chosen', () => {
    expect(dates({}, '2026-12-31')).toEqual([
      'January 30, 2027 to March 1, 2027',
      'March 31, 2027 to May 30, 2027',
      'March 31, 2027 to October 27, 2027',
      'March 31, 2027 to February 24, 2028',
    ])
    expect(wordsOf(keptSheet('timeline', {}, { mailOn: '2026-12-31' }))).toContain('counted from December 31, 2026')
  })

  test('are counted from today with an "if" when no day was chosen', () => {
    expect(wordsOf(keptSheet('timeline', {}))).toContain('If you mail on November 23, 2026')
    expect(dates({})[0]).toBe('December 23, 2026 to January 22, 2027')
    expect(dates({ language: 'es' })[0]).toBe('del 23 de diciembre de 2026 al 22 de enero de 2027')
  })

  test('count the leap day', () => {
    expect(dates({}, '2028-01-30')[0]).toBe('February 29, 2028 to March 30, 2028')
    expect(pointsOf(keptSheet('timeline', {}, { mailOn: '2027-12-01' }))[0]).toContain('That would be February 29, 2028.')
  })

  test('are called no promise and have a source', () => {
    expect(blocksOf(keptSheet('timeline', {}), 'notice').map(({ text }) => text)).toEqual([
      'This is not a promise. It is what CalVCB staff told others. It can be shorter or longer for you.',
    ])
    expect(wordsOf(keptSheet('timeline', {}))).toContain('Sunita Jain Initiative')
  })
})

describe('other dates', () => {
  const points = (claim: ClaimFile) => pointsOf(keptSheet('timeline', claim)).join(' ')

  test('mention an emergency award only when the person asked for one', () => {
    expect(points({ emergency: { requested: true } })).toContain('Counted from the day you mail, that is December 23, 2026.')
    expect(points({ emergency: { requested: false } })).not.toContain('emergency')
  })

  test('tell only a child when money can be sent', () => {
    expect(points({ victim: { birthDate: '2012-02-29' } })).toContain('after age 18. That birthday is March 1, 2030.')
    expect(points({ victim: { birthDate: '2011' } })).toContain('between January 1, 2029 and December 31, 2029')
    expect(points({ victim: { birthDate: '1994-05-17' } })).not.toContain('age 18')
  })

  test('include the last day to apply while it lies ahead, and warn when mailing comes after it', () => {
    const claim: ClaimFile = { victim: { birthDate: '1980' }, crime: { end: '2019-12-20' } }
    expect(points(claim)).toContain('December 20, 2026')
    expect(wordsOf(keptSheet('timeline', claim, { mailOn: '2026-12-20' }))).not.toContain('comes after it')
    expect(wordsOf(keptSheet('timeline', claim, { mailOn: '2026-12-21' }))).toContain('The day you chose to mail comes after it.')
    expect(points({ victim: { birthDate: '1980' }, crime: { end: '2010' } })).not.toContain('last day to apply')
  })
})
