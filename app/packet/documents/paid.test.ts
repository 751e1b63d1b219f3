import { describe, expect, test } from 'vitest'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { cellsOf, keptSheet, mailedSheet, rowsOf } from '../testing/sheets.ts'

const PERIOD: WorkPeriod = { kind: 'Sewing', from: '2022-01-01', to: '2022-12-18', hoursPerWeek: 60 }
const claimOf = (period: WorkPeriod) => ({ work: [period] })

/** What the sheets say was paid: the statement, the application's page, and the page to copy from. */
const paidOn = (period: WorkPeriod) => [
  cellsOf(mailedSheet(claimOf(period), 'declaration')).find(([kind]) => kind === 'Sewing')?.[4],
  cellsOf(mailedSheet(claimOf(period), 'application')).find(([kind]) => kind === 'Sewing')?.[4],
  rowsOf(keptSheet('copy-page', claimOf(period))).find(({ label }) => label.includes('Pay received'))?.value,
]

describe('all the pay of a period of work', () => {
  test.each([
    ['that was given', { paidCents: 120_000 }, '$1,200'],
    ['that was given beside a rate', { paidCents: 120_000, pay: { amountCents: 500, per: 'hour' } }, '$1,200'],
    ['that a rate makes', { pay: { amountCents: 500, per: 'hour' } }, '$15,086'],
    [
      'that a rate makes of a range of hours',
      { pay: { amountCents: 500, per: 'hour' }, hoursPerWeek: { low: 60, high: 80 } },
      '$15,086 to $20,114',
    ],
    ['that is nothing', { pay: { amountCents: 0 } }, '$0'],
  ] as const)('%s stands on every sheet', (_, pay, words) => {
    expect(paidOn({ ...PERIOD, ...pay })).toEqual([words, words, words])
  })

  test('is left to be filled in where a rate does not make it yet', () => {
    expect(paidOn({ ...PERIOD, pay: { amountCents: 5_000, per: 'day' } }).slice(0, 2)).toEqual(['', 'Not answered'])
  })
})
