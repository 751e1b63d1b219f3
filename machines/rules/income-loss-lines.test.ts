import { describe, expect, it } from 'vitest'
import { incomeLoss } from './income-loss.ts'
import { incomeLossLines } from './income-loss-lines.ts'

const TODAY = '2026-11-23'

describe('the lines of a calculation sheet', () => {
  it('cut a period at each wage row and use the higher hours and the longest span', () => {
    const lines = incomeLossLines([{ from: '2022-12', to: '2023-01-31', hoursPerWeek: { low: 20, high: 28 }, employerSize: '26+' }], TODAY)
    expect(lines).toEqual([
      {
        period: 0,
        from: '2022-12-01',
        to: '2022-12-31',
        days: 31,
        hoursPerWeek: 28,
        centsPerHour: 1500,
        employerSize: '26+',
        sizeNotKnown: false,
        citation: 'wage-dir-2019-94',
        cents: 186_000,
      },
      {
        period: 0,
        from: '2023-01-01',
        to: '2023-01-31',
        days: 31,
        hoursPerWeek: 28,
        centsPerHour: 1550,
        employerSize: 'all',
        sizeNotKnown: false,
        citation: 'wage-dir-2023-66',
        cents: 192_200,
      },
    ])
  })

  it('name the higher rate where the size is not known', () => {
    expect(incomeLossLines([{ from: '2021-03-01', to: '2021-03-01', hoursPerWeek: 28 }], TODAY)).toMatchObject([
      { centsPerHour: 1400, employerSize: '26+', sizeNotKnown: true, cents: 5600 },
    ])
  })

  it('count 40 hours in all where periods overlap, the highest rate first', () => {
    const lines = incomeLossLines(
      [
        { from: '2021-03-01', to: '2021-03-14', hoursPerWeek: 30, employerSize: '1-25' },
        { from: '2021-03-08', to: '2021-03-14', hoursPerWeek: 30, employerSize: '26+' },
      ],
      TODAY,
    )
    expect(lines.map(({ period, from, to, hoursPerWeek, cents }) => [period, from, to, hoursPerWeek, cents])).toEqual([
      [0, '2021-03-01', '2021-03-07', 30, 39_000],
      [0, '2021-03-08', '2021-03-14', 10, 13_000],
      [1, '2021-03-08', '2021-03-14', 30, 42_000],
    ])
  })

  it('join days that differ in nothing, and leave out what does not count', () => {
    const half = { to: '2024-03-31', hoursPerWeek: 20 }
    const lines = incomeLossLines(
      [
        { from: '2024-03-01', ...half },
        { from: '2024-03-10', ...half },
        { from: '2024-03-15', ...half },
        { from: '1998-02-01', to: '1998-02-28', hoursPerWeek: 40 },
        { from: '2024-03-01', hoursPerWeek: 40 },
      ],
      TODAY,
    )
    expect(lines.map(({ period, from, to }) => [period, from, to])).toEqual([
      [0, '2024-03-01', '2024-03-31'],
      [1, '2024-03-10', '2024-03-31'],
    ])
    expect(incomeLossLines(undefined, TODAY)).toEqual([])
  })

  it('add up to the high end where neither the cap nor the choice of years lowers it', () => {
    const work = [{ from: '2024-02', to: '2024-04', hoursPerWeek: 14 }]
    const total = incomeLossLines(work, TODAY).reduce((sum, line) => sum + line.cents, 0)
    expect(total).toBe(90 * 3200)
    expect(incomeLoss(work, TODAY).highCents).toBe(total)
  })
})
