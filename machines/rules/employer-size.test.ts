import { describe, expect, it } from 'vitest'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { employerSizeCanChange, employerSizeMatters, periodsWithEmployerSize } from './employer-size.ts'

const TODAY = '2026-11-23'

describe('the size of the employer', () => {
  it.each([
    ['2015-01-01', '2016-12-31', false],
    ['2015-01-01', '2017-01-01', true],
    ['2022-12-31', '2024-01-01', true],
    ['2023-01-01', '2024-01-01', false],
    ['2010', 'ongoing', true],
    ['2016', '2016', false],
    ['2016', '2017', true],
    ['2023-01', 'ongoing', false],
    ['2022', 'ongoing', true],
  ])('can matter for work from %s to %s: %s', (from, to, matters) => {
    expect(employerSizeMatters({ from, to }, TODAY)).toBe(matters)
  })

  it('does not matter while a date is missing or lies ahead', () => {
    expect(employerSizeMatters({ from: '2018' }, TODAY)).toBe(false)
    expect(employerSizeMatters({ to: '2018' }, TODAY)).toBe(false)
    expect(employerSizeMatters({ from: '2018', to: '2019' }, '2017-12-31')).toBe(false)
  })

  const fullTime: WorkPeriod = { from: '2018-01-01', to: '2021-12-31', hoursPerWeek: 40 }
  const short: WorkPeriod = { from: '2020-03-01', to: '2020-04-30', hoursPerWeek: 20 }
  const recent: WorkPeriod = { from: '2024-03-01', to: '2024-04-30', hoursPerWeek: 20 }

  it('is not asked where the yearly cap hides it', () => {
    expect(employerSizeCanChange([fullTime], TODAY)).toBe(false)
    expect(periodsWithEmployerSize([fullTime], TODAY)).toEqual([])
    expect(employerSizeCanChange(undefined, TODAY)).toBe(false)
  })

  it('is otherwise asked for the periods in the years with two wages', () => {
    expect(periodsWithEmployerSize([recent, short], TODAY)).toEqual([1])
    expect(periodsWithEmployerSize([recent], TODAY)).toEqual([])
    // Uncertain dates: the high end is capped, the low end is not.
    expect(employerSizeCanChange([{ from: '2018', to: '2020-02', hoursPerWeek: 20 }], TODAY)).toBe(true)
  })

  it('is never opened or closed by its own answer', () => {
    for (const employerSize of ['26+', '1-25', 'unknown'] as const) {
      expect(periodsWithEmployerSize([recent, { ...short, employerSize }], TODAY)).toEqual([1])
      expect(periodsWithEmployerSize([{ ...fullTime, employerSize }], TODAY)).toEqual([])
    }
  })
})
