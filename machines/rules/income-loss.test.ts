import { describe, expect, it } from 'vitest'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { incomeLoss } from './income-loss.ts'

const TODAY = '2026-11-23'
const SMALL = { employerSize: '1-25' } as const
const LARGE = { employerSize: '26+' } as const

const range = (work: WorkPeriod[], today = TODAY) => {
  const { lowCents, highCents } = incomeLoss(work, today)
  return [lowCents, highCents]
}
const codes = (work: WorkPeriod[] | undefined, today = TODAY) => incomeLoss(work, today).reasons.map(reason => reason.code)
const assumptions = (work: WorkPeriod[], today = TODAY) => incomeLoss(work, today).assumptions
const one = (from: string, to: string, hoursPerWeek: WorkPeriod['hoursPerWeek'] = 40): WorkPeriod => ({ from, to, hoursPerWeek })

describe('income loss at a change of the rate', () => {
  it('uses the rate of each day, both days included', () => {
    // 28 hours a week is 4 hours a day: 4 x $15.00 or $14.00 by size, then 4 x $15.50 for all.
    expect(range([{ ...one('2022-12-31', '2022-12-31', 28), ...LARGE }])).toEqual([6000, 6000])
    expect(range([{ ...one('2022-12-31', '2022-12-31', 28), ...SMALL }])).toEqual([5600, 5600])
    expect(range([one('2023-01-01', '2023-01-01', 28)])).toEqual([6200, 6200])
    expect(range([{ ...one('2022-12-31', '2023-01-01', 28), ...LARGE }])).toEqual([12_200, 12_200])
    expect(range([one('2014-06-30', '2014-06-30', 28)])).toEqual([3200, 3200])
    expect(range([one('2014-07-01', '2014-07-01', 28)])).toEqual([3600, 3600])
  })

  it('takes both rates while the size of the employer is unknown or not answered', () => {
    expect(range([one('2021-05-01', '2021-05-01', 28)])).toEqual([5200, 5600])
    expect(range([{ ...one('2021-05-01', '2021-05-01', 28), employerSize: 'unknown' }])).toEqual([5200, 5600])
    expect(codes([one('2021-05-01', '2021-05-01', 28)])).toContain('size-unknown')
    expect(codes([one('2023-05-01', '2023-05-01', 28)])).not.toContain('size-unknown')
    expect(codes([{ ...one('2021-05-01', '2021-05-01', 28), ...LARGE }])).not.toContain('size-unknown')
  })

  it('speaks of a range only where there is one, and not where the yearly limit hides it', () => {
    const full = one('2021-01-01', '2022-12-31', 40)
    expect(range([full])).toEqual([2_000_000, 2_000_000])
    expect(codes([full])).not.toContain('size-unknown')
  })

  it('counts nothing before the first wage row, and says so', () => {
    expect(range([one('1998-02-28', '1998-02-28', 28)])).toEqual([0, 0])
    expect(range([one('1998-02-28', '1998-03-01', 28)])).toEqual([2300, 2300])
    expect(assumptions([one('1998-02-28', '1998-03-01', 28)])).toContain('before-first-wage-row')
    expect(assumptions([one('1998-03-01', '1998-03-01', 28)])).not.toContain('before-first-wage-row')
  })

  it('counts 2027 at the last known rate, and warns', () => {
    expect(range([one('2026-12-31', '2027-01-01', 28)], '2027-02-01')).toEqual([13_520, 13_520])
    expect(assumptions([one('2026-12-31', '2027-01-01', 28)], '2027-02-01')).toContain('wage-2027-unknown')
    expect(assumptions([one('2026-12-31', '2026-12-31', 28)], '2027-02-01')).not.toContain('wage-2027-unknown')
  })

  it('names work before 2020 as an assumption', () => {
    expect(assumptions([one('2019-12-31', '2019-12-31')])).toContain('pre-2020-work-counts')
    expect(assumptions([one('2020-01-01', '2020-01-01')])).not.toContain('pre-2020-work-counts')
  })
})

describe('the amount of a year', () => {
  it('is rounded once, half a cent up', () => {
    // 0.35 hours a week are 0.05 hours a day: 80 cents at $16.00.
    expect(range([one('2024-03-01', '2024-03-01', 0.35)])).toEqual([80, 80])
    // 3.5 hours a week are half an hour a day: 845 cents at $16.90; 0.01 hours a week are worth 2.41 cents a day.
    expect(range([one('2026-03-01', '2026-03-01', 3.5)])).toEqual([845, 845])
    expect(range([one('2026-03-01', '2026-03-01', 0.01)])).toEqual([2, 2])
    // 0.07 hours a week at $16.50 is 16.5 cents a day: up to 17; two days are 33, not 34.
    expect(range([one('2025-03-01', '2025-03-01', 0.07)])).toEqual([17, 17])
    expect(range([one('2025-03-01', '2025-03-02', 0.07)])).toEqual([33, 33])
  })

  it('is capped at $10,000, which 40 hours a week at $16.00 reach in 110 days', () => {
    // 40 x 1600 / 7 = 9142.857 cents a day: 109 days are 996,571.43 cents, 110 days 1,005,714.29.
    expect(range([one('2024-01-01', '2024-04-18')])).toEqual([996_571, 996_571])
    expect(range([one('2024-01-01', '2024-04-19')])).toEqual([1_000_000, 1_000_000])
    expect(codes([one('2024-01-01', '2024-04-18')])).not.toContain('cap-reached')
    expect(codes([one('2024-01-01', '2024-04-19')])).toContain('cap-reached')
  })

  it('counts only for the best two years', () => {
    expect(range([one('2008-01-01', '2013-12-31')])).toEqual([2_000_000, 2_000_000])
    // A day each in 2023, 2024 and 2025 at 4 hours a day; from the first day they also lie in three blocks.
    expect(range([one('2023-01-01', '2023-01-01', 28), one('2024-06-01', '2024-06-01', 28), one('2025-06-01', '2025-06-01', 28)])).toEqual([
      13_000, 13_000,
    ])
  })
})

describe('the reading of "year"', () => {
  it('takes a short interval over New Year as two calendar years or as one block', () => {
    // 200 days at 40 hours and $16.00 / $16.50: one block is capped once, two calendar years are not.
    const { lowCents, highCents, years } = incomeLoss([one('2024-09-23', '2025-04-10')], TODAY)
    expect(years).toEqual([
      { reading: 'calendar-year', from: '2024-01-01', to: '2024-12-31', lowCents: 914_286, highCents: 914_286 },
      { reading: 'calendar-year', from: '2025-01-01', to: '2025-12-31', lowCents: 942_857, highCents: 942_857 },
      { reading: 'from-first-day', from: '2024-09-23', to: '2025-09-22', lowCents: 1_000_000, highCents: 1_000_000 },
    ])
    expect([lowCents, highCents]).toEqual([1_000_000, 1_857_143])
  })

  it('keeps 29 February in leap years and takes 1 March in common years', () => {
    const { years } = incomeLoss([one('2020-02-29', '2024-03-01', 1)], TODAY)
    const blocks = years.filter(year => year.reading === 'from-first-day')
    expect(blocks.map(({ from, to }) => [from, to])).toEqual([
      ['2020-02-29', '2021-02-28'],
      ['2021-03-01', '2022-02-28'],
      ['2022-03-01', '2023-02-28'],
      ['2023-03-01', '2024-02-28'],
      ['2024-02-29', '2025-02-28'],
    ])
  })

  it('counts the leap day', () => {
    expect(range([one('2024-02-28', '2024-03-01', 28)])).toEqual([19_200, 19_200])
    expect(range([one('2023-02-28', '2023-03-01', 28)])).toEqual([12_400, 12_400])
  })

  it('leaves out years without work', () => {
    const { years } = incomeLoss([one('2019-05-01', '2019-05-02'), one('2023-05-01', '2023-05-02')], TODAY)
    expect(years.map(year => year.from)).toEqual(['2019-01-01', '2023-01-01', '2019-05-01', '2023-05-01'])
  })
})

describe('the count of weekly hours', () => {
  it('takes at most 40 hours of a week', () => {
    expect(range([one('2024-03-01', '2024-03-07', 40)])).toEqual([64_000, 64_000])
    expect(range([one('2024-03-01', '2024-03-07', 40.01)])).toEqual([64_000, 64_000])
    expect(range([one('2024-03-01', '2024-03-07', 39.99)])).toEqual([63_984, 63_984])
    expect(range([one('2024-03-01', '2024-03-07', 168)])).toEqual([64_000, 64_000])
    expect(codes([one('2024-03-01', '2024-03-07', 40)])).not.toContain('hours-over-limit')
    expect(codes([one('2024-03-01', '2024-03-07', 20), one('2024-03-07', '2024-03-08', 20.01)])).toContain('hours-over-limit')
  })

  it('begins with the lowest rate at the low end and with the highest rate at the high end', () => {
    const week = (hours: number, size: typeof SMALL | typeof LARGE) => ({ ...one('2021-03-01', '2021-03-07', hours), ...size })
    // 30 at $13 + 10 at $14; 30 at $14 + 10 at $13.
    expect(range([week(30, SMALL), week(30, LARGE)])).toEqual([53_000, 55_000])
    expect(range([week(20, SMALL), week(20, LARGE)])).toEqual([54_000, 54_000])
  })

  it('lowers the low end where uncertain cheaper hours can displace dearer ones', () => {
    const dear = { ...one('2021-03-01', '2021-03-07', 39), ...LARGE }
    const cheap = { ...one('2021-03-01', '2021-03-07', { low: 0, high: 40 }), ...SMALL }
    // 39 x $14 = $546 without the cheap hours, 40 x $13 = $520 with all of them.
    expect(range([dear, cheap])).toEqual([52_000, 55_900])
    expect(range([dear, { ...cheap, hoursPerWeek: 40 }])).toEqual([52_000, 55_900])
  })
})

describe('the estimate for uncertain dates', () => {
  it('reads a month as its shortest and its longest span', () => {
    // From some day of March to some day of May: surely 31 March to 1 May, perhaps 1 March to 31 May.
    expect(range([one('2024-03', '2024-05', 28)])).toEqual([32 * 6400, 92 * 6400])
    // The last start is after the first end: perhaps no day at all.
    expect(range([one('2024-03', '2024-03', 28)])).toEqual([0, 31 * 6400])
    expect(range([one('2024', '2024', 7)])).toEqual([0, 366 * 1600])
  })

  it('ends ongoing work today', () => {
    expect(range([one('2026-11-20', 'ongoing', 28)])).toEqual([4 * 6760, 4 * 6760])
    expect(range([one('2026-11-20', '2026-11-23', 28)])).toEqual([4 * 6760, 4 * 6760])
  })

  it('cuts an end after today to today', () => {
    expect(range([one('2026-11-20', '2027-03-01', 28)])).toEqual([4 * 6760, 4 * 6760])
    expect(range([one('2026-11-20', '2026-11', 28)])).toEqual([0, 4 * 6760])
    expect(range([one('2026-11-20', '2027', 28)])).toEqual([4 * 6760, 4 * 6760])
  })

  it('starts no later than the last possible end', () => {
    expect(range([one('2026', 'ongoing', 7)])).toEqual([1690, 327 * 1690])
    expect(range([one('2026-11', '2026-11-21', 28)])).toEqual([6760, 21 * 6760])
  })

  it('leaves out a period that starts after today, and says so', () => {
    expect(range([one('2026-11-24', 'ongoing')])).toEqual([0, 0])
    expect(range([one('2026-11-23', 'ongoing', 28)])).toEqual([6760, 6760])
    expect(codes([one('2026-11-24', 'ongoing')])).toEqual(['period-in-future'])
  })

  it('tries blocks from every possible first day', () => {
    const uncertain = range([one('2018-06', '2020-06-30', 7)])
    for (const from of ['2018-06-01', '2018-06-15', '2018-06-30']) {
      const exact = range([one(from, '2020-06-30', 7)])
      expect(exact[0]).toBeGreaterThanOrEqual(uncertain[0] ?? NaN)
      expect(exact[1]).toBeLessThanOrEqual(uncertain[1] ?? NaN)
    }
  })

  it('does not let a period that may have no hours fix the first day', () => {
    const later = one('2023-07-01', '2025-06-30', 7)
    const early = one('2023-05-01', '2023-05-02', { low: 0, high: 1 })
    const withoutEarly = range([later])
    // All 24 months lie in two blocks when the early work had no hours.
    expect(withoutEarly[1]).toBe(184 * 1550 + 366 * 1600 + 181 * 1650)
    expect(range([later, early])[1]).toBeGreaterThanOrEqual(withoutEarly[1] ?? NaN)
    expect(range([later, { ...early, hoursPerWeek: 1 }])[1]).toBeLessThan(withoutEarly[1] ?? NaN)
  })
})

describe('the estimate for work that cannot be counted', () => {
  it('asks for work that was not answered, and takes "none" as an answer', () => {
    expect(incomeLoss(undefined, TODAY)).toMatchObject({
      lowCents: 0,
      highCents: 0,
      years: [],
      reasons: [{ code: 'work-missing', effect: 'needs', citation: 'sji-how-to-apply' }],
    })
    expect(incomeLoss([], TODAY).reasons).toEqual([{ code: 'work-none', effect: 'explains', citation: 'sji-how-to-apply' }])
  })

  it('leaves out a period with a gap and asks for it by its number', () => {
    const whole = one('2024-03-01', '2024-03-01', 28)
    const gaps: WorkPeriod[] = [
      { to: '2024-03-09', hoursPerWeek: 28 },
      { from: '2024-03-09', hoursPerWeek: 28 },
      { from: '2024-03-09', to: '2024-03-09' },
    ]
    for (const gap of gaps) {
      expect(range([whole, gap])).toEqual([6400, 6400])
      expect(incomeLoss([whole, gap], TODAY).reasons).toContainEqual({
        code: 'period-incomplete',
        effect: 'needs',
        citation: 'sji-how-to-apply',
        params: { period: 2 },
      })
    }
  })

  it('leaves out a period without hours, even for the first day worked', () => {
    expect(range([one('2024-03-01', '2024-03-01', 0)])).toEqual([0, 0])
    expect(range([one('2024-03-01', '2024-03-01', { low: 0, high: 0 })])).toEqual([0, 0])
    expect(codes([one('2024-03-01', '2024-03-01', 0)])).toEqual(['period-without-hours'])
    expect(incomeLoss([one('2023-03-01', '2023-03-01', 0), one('2024-04-01', '2024-04-01', 28)], TODAY).years.at(-1)?.from).toBe(
      '2024-04-01',
    )
  })

  it('never counts an end before the start as negative work', () => {
    expect(range([one('2024-03-05', '2024-03-01', 28)])).toEqual([0, 0])
    expect(codes([one('2024-03-05', '2024-03-01', 28)])).toEqual(['period-incomplete'])
  })

  it('says what is not in the estimate', () => {
    expect(assumptions([one('2024-03-01', '2024-03-01')])).toEqual([
      'year-two-readings',
      'week-spread-evenly',
      'offsets-not-subtracted',
      'local-wage-not-used',
      'overall-cap-not-applied',
      'ordinary-income-loss-not-combined',
      'trafficking-paragraph-not-read',
    ])
    expect(codes([one('2019-03-01', '2019-03-01')], '2019-12-31')).toContain('filed-before-2020')
    expect(codes([one('2019-03-01', '2019-03-01')], '2020-01-01')).not.toContain('filed-before-2020')
  })
})
