import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, cellsOf, keptSheet, pointsOf, wordsOf } from '../testing/sheets.ts'

// 28 hours a week are 4 hours a day, 14 are 2: $56 or $28 a day at $14.00, $60 or $30 at $15.00.
const CLAIM: ClaimFile = {
  work: [{ kind: 'Cleaning', from: '2021-12-30', to: '2022-01-02', hoursPerWeek: { low: 14, high: 28 }, employerSize: '26+' }],
}
const headings = (claim: ClaimFile) => blocksOf(keptSheet('estimate', claim), 'heading').map(({ text }) => text)

describe('the arithmetic of the estimate', () => {
  test('shows both readings of a year with their totals', () => {
    expect(cellsOf(keptSheet('estimate', CLAIM))).toEqual(
      expect.arrayContaining([
        ['Calendar year', '$116', '$232'],
        ['12 months from the first day', '$116', '$232'],
      ]),
    )
  })

  test('shows each period at each rate in each year, then its sum and the limit', () => {
    const rows = cellsOf(keptSheet('estimate', CLAIM))
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Cleaning', 'December 30, 2021', 'December 31, 2021', '2', '28', '$14', '$112'],
        ['Cleaning', 'January 1, 2022', 'January 2, 2022', '2', '28', '$15', '$120'],
        ['With the yearly limit', '', '', '', '', '', '$232'],
      ]),
    )
    expect(headings(CLAIM)).toEqual(
      expect.arrayContaining(['Calendar year 2021', 'Calendar year 2022', '12 months: December 30, 2021 to December 29, 2022']),
    )
  })

  test('names the limit when it lowers the sum', () => {
    const rows = cellsOf(keptSheet('estimate', { work: [{ from: '2022-01-01', to: '2022-12-31', hoursPerWeek: 40, employerSize: '26+' }] }))
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Sum of the rows', '', '', '', '', '', '$31,285.71'],
        ['With the yearly limit', '', '', '', '', '', '$10,000'],
      ]),
    )
  })

  test('says what is missing instead of showing zero when nothing could be counted', () => {
    for (const claim of [{}, { work: [] }, { work: [{ from: '2020' }] }] satisfies ClaimFile[]) {
      const sheet = keptSheet('estimate', claim)
      expect(blocksOf(sheet, 'figure')).toEqual([])
      expect(wordsOf(sheet)).not.toContain('"$0"')
    }
    expect(pointsOf(keptSheet('estimate', {}))).toContain('Tell us about your work. Then we can say what it may come to.')
    expect(blocksOf(keptSheet('estimate', CLAIM), 'figure').map(({ text }) => text)).toEqual(['$116 to $232'])
  })

  test('is absent without work, while the assumptions stay', () => {
    expect(headings({ work: [] })).toEqual(['What this rests on'])
    expect(wordsOf(keptSheet('estimate', CLAIM))).toContain('We tried both.')
  })
})
