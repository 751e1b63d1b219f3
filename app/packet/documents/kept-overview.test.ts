import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, keptSheet, mailedSheet, rowOf, wordsOf } from '../testing/sheets.ts'

const LATE: ClaimFile = { filer: 'victim', victim: { birthDate: '1980' }, crime: { inCalifornia: true, end: '2010-05-31' } }
const overview = (claim: ClaimFile) => keptSheet('overview', claim)

describe('until when to apply', () => {
  test('sets a day that is ahead large', () => {
    const [figure] = blocksOf(overview({ ...LATE, crime: { end: '2023-06-30' } }), 'figure')
    expect(figure).toMatchObject({ label: 'Last day to apply', text: 'June 30, 2030' })
    expect(blocksOf(overview({}), 'figure')[0]?.text).toBe('No last day is known yet')
  })

  test('says first that one can still apply where the day has passed, and names the day small', () => {
    const sheet = overview(LATE)
    expect(blocksOf(sheet, 'figure')).toEqual([])
    expect(blocksOf(sheet, 'notice').map(({ title }) => title)).toContain(
      'The usual time is over. You can still apply and say why you need more time.',
    )
    expect(rowOf(sheet, 'Last day to apply')?.value).toBe('May 31, 2017')
  })
})

describe('answers that stay with the person', () => {
  const claim: ClaimFile = { filer: 'victim', paymentPauses: ['incarcerated'], calculationSheet: true }

  test('stand with where the claim stands, and not on the page of help lines, which can be passed on', () => {
    expect(rowOf(overview(claim), 'Things that can stop payment for a time')?.value).toBe('In jail or prison')
    expect(rowOf(overview(claim), 'Calculation sheet in the mailed part')?.value).toBe('Yes')
    expect(blocksOf(keptSheet('help', claim), 'rows')).toEqual([])
    expect(wordsOf(keptSheet('help', claim))).not.toContain('jail')
  })
})

describe('where somebody lived', () => {
  const residence = (crime: ClaimFile['crime']) =>
    rowOf(mailedSheet({ filer: 'victim', crime }, 'application'), 'Lived in California at the time')?.value

  test('is no gap in the application where the crime was in California', () => {
    expect(residence({ inCalifornia: true })).toBeUndefined()
    expect(residence({ inCalifornia: true, californiaResident: true })).toBe('Yes')
    expect(residence({ inCalifornia: false })).toBe('Not answered')
    expect(residence({})).toBe('Not answered')
  })
})
