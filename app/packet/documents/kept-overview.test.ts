import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, keptSheet, mailedSheet, rowOf, wordsOf } from '../testing/sheets.ts'

const LATE: ClaimFile = { filer: 'victim', victim: { birthDate: '1980' }, crime: { inCalifornia: true, end: '2010-05-31' } }
const overview = (claim: ClaimFile) => keptSheet('overview', claim)

describe('the last day to apply', () => {
  test('is set large while it lies ahead', () => {
    const [figure] = blocksOf(overview({ ...LATE, crime: { end: '2023-06-30' } }), 'figure')
    expect(figure).toMatchObject({ label: 'Last day to apply', text: 'June 30, 2030' })
    expect(blocksOf(overview({}), 'figure')[0]?.text).toBe('No last day is known yet')
  })

  test('is set small once it has passed, after the sentence that the person can still apply', () => {
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

  test('stand on the overview, and not on the page of help lines, which the person can pass on', () => {
    expect(rowOf(overview(claim), 'Things that can stop payment for a time')?.value).toBe('In jail or prison')
    expect(rowOf(overview(claim), 'Calculation sheet in the mailed part')?.value).toBe('Yes')
    expect(blocksOf(keptSheet('help', claim), 'rows')).toEqual([])
    expect(wordsOf(keptSheet('help', claim))).not.toContain('jail')
  })
})

describe('a missing answer about where the victim lived', () => {
  const residence = (crime: ClaimFile['crime']) =>
    rowOf(mailedSheet({ filer: 'victim', crime }, 'application'), 'Lived in California at the time')?.value

  test('is no gap in the application when the crime was in California', () => {
    expect(residence({ inCalifornia: true })).toBeUndefined()
    expect(residence({ inCalifornia: true, californiaResident: true })).toBe('Yes')
    expect(residence({ inCalifornia: false })).toBe('Not answered')
    expect(residence({})).toBe('Not answered')
  })
})
