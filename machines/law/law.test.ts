import { describe, expect, it } from 'vitest'
import { dayNumber, isDay } from '#machines/calendar/day.ts'
import { ASSUMPTIONS } from './assumptions.ts'
import { BENEFITS } from './benefits.ts'
import { CITATIONS, isVerified } from './citations.ts'
import { CALVCB, CENTER_FALLBACK_IDS, getHotline, HOTLINES } from './contacts.ts'
import { DEADLINES, PROCESSING } from './deadlines.ts'
import { CRIME_EVIDENCE, CRIME_EVIDENCE_IDS, INCOME_EVIDENCE, INCOME_EVIDENCE_IDS } from './evidence.ts'
import { INCOME_LOSS_LIMITS, incomeLossLimits } from './income-loss.ts'
import { MINIMUM_WAGE, WAGE_FIRST_DAY, WAGE_LAST_KNOWN_DAY, wageOn } from './minimum-wage.ts'

const ROWS = [
  ...MINIMUM_WAGE,
  ...INCOME_LOSS_LIMITS.map(row => ({ ...row, citation: row.capCitation })),
  ...Object.values(DEADLINES),
  ...Object.values(PROCESSING),
  ...BENEFITS,
]

describe('every citation', () => {
  it.each(Object.entries(CITATIONS))('%s says what it is, how sure and when it was read', (_, citation) => {
    expect(citation.text.trim().length).toBeGreaterThan(5)
    expect(['statute', 'agency', 'secondary', 'not-verified']).toContain(citation.confidence)
    expect(isDay(citation.checkedOn)).toBe(true)
    // A citation that was read names the place where it was read.
    if (citation.confidence !== 'not-verified') expect(citation.source).toBeTruthy()
  })

  it('is verified unless it is only general knowledge', () => {
    expect(isVerified('gov-13953-a')).toBe(true)
    expect(isVerified('sji-how-to-apply')).toBe(true)
    expect(isVerified('ccp-2015.5')).toBe(false)
    expect(isVerified('house-choice')).toBe(false)
  })

  it('is used by a row, an assumption or a rule that exists', () => {
    const used = [...ROWS.map(row => row.citation), ...INCOME_LOSS_LIMITS.map(row => row.hoursCitation), ...Object.values(ASSUMPTIONS)]
    for (const id of used) expect(CITATIONS).toHaveProperty([id])
  })
})

describe('every row', () => {
  it('begins and ends on real days, in this order', () => {
    for (const { from, to } of ROWS) {
      if (from !== null) expect(isDay(from)).toBe(true)
      if (to !== null) expect(isDay(to)).toBe(true)
      if (from !== null && to !== null) expect(from <= to).toBe(true)
    }
  })

  it('holds positive whole figures', () => {
    const figures = [
      ...MINIMUM_WAGE.map(row => row.centsPerHour),
      ...INCOME_LOSS_LIMITS.flatMap(row => [row.capCentsPerYear, row.hoursPerWeek, row.mostYears]),
      ...Object.values(DEADLINES).map(row => row.amount),
      ...Object.values(PROCESSING).map(row => row.highDays),
      ...BENEFITS.flatMap(row =>
        [row.capCents, row.unverifiedCapCents, row.priorCapCents, row.notInForceCapCents].filter(cents => typeof cents === 'number'),
      ),
    ]
    for (const figure of figures) {
      expect(Number.isInteger(figure)).toBe(true)
      expect(figure).toBeGreaterThan(0)
    }
    for (const { lowDays, highDays } of Object.values(PROCESSING)) if (lowDays !== null) expect(lowDays).toBeLessThan(highDays)
  })
})

describe('the minimum wage', () => {
  it.each(['26+', '1-25'] as const)('covers every day for employers of %s exactly once', size => {
    const rows = MINIMUM_WAGE.filter(row => row.employerSize === size || row.employerSize === 'all').toSorted((a, b) =>
      a.from.localeCompare(b.from),
    )
    expect(rows[0]?.from).toBe('1998-03-01')
    expect(rows.at(-1)?.to).toBeNull()
    for (const [index, row] of rows.slice(1).entries()) {
      expect(dayNumber(row.from) - dayNumber(rows[index]?.to ?? 'never')).toBe(1)
    }
  })

  it('never falls, and small employers never pay more', () => {
    for (let year = 1999; year <= 2026; year += 1) {
      const [before, now] = [wageOn(`${year - 1}-12-31`), wageOn(`${year}-01-01`)]
      expect(now?.large.centsPerHour).toBeGreaterThanOrEqual(before?.large.centsPerHour ?? NaN)
      expect(now?.small.centsPerHour).toBeLessThanOrEqual(now?.large.centsPerHour ?? NaN)
    }
  })

  it.each([
    ['1998-02-28', undefined, undefined],
    ['1998-03-01', 575, 575],
    ['2014-06-30', 800, 800],
    ['2014-07-01', 900, 900],
    ['2016-12-31', 1000, 1000],
    ['2017-01-01', 1050, 1000],
    ['2022-12-31', 1500, 1400],
    ['2023-01-01', 1550, 1550],
    ['2024-01-01', 1600, 1600],
    ['2025-12-31', 1650, 1650],
    ['2026-01-01', 1690, 1690],
    ['2027-01-01', 1690, 1690],
  ])('on %s is %s cents, %s for small employers', (day, large, small) => {
    expect(wageOn(day)?.large.centsPerHour).toBe(large)
    expect(wageOn(day)?.small.centsPerHour).toBe(small)
  })

  it('depends on the size from 2017 to 2022 only', () => {
    const split = MINIMUM_WAGE.filter(row => row.employerSize !== 'all')
    expect(split.map(row => row.from).sort()[0]).toBe('2017-01-01')
    expect(
      split
        .map(row => row.to)
        .sort()
        .at(-1),
    ).toBe('2022-12-31')
  })

  it('is known up to the end of 2026', () => {
    expect(WAGE_FIRST_DAY).toBe('1998-03-01')
    expect(WAGE_LAST_KNOWN_DAY).toBe('2026-12-31')
  })
})

describe('the figures of law', () => {
  it('limit income loss to $10,000 a year, two years and 40 hours a week', () => {
    expect(incomeLossLimits('2026-11-23')).toMatchObject({ from: '2020-01-01', capCentsPerYear: 1_000_000, mostYears: 2, hoursPerWeek: 40 })
    expect(incomeLossLimits('2019-12-31').capCentsPerYear).toBe(1_000_000)
  })

  it('set the spans of time', () => {
    const spans = Object.fromEntries(Object.entries(DEADLINES).map(([id, row]) => [id, `${row.amount} ${row.unit}`]))
    expect(spans).toMatchObject({
      filing: '7 years',
      filingBirthday: '28 years-of-age',
      discovery: '7 years',
      soon: '180 days',
      incomplete: '30 days',
      expense: '3 years',
      appeal: '45 days',
      writAfterDelivery: '30 days',
      writAfterMailing: '60 days',
      emergencyAward: '30 days',
      lienNotice: '30 days',
    })
    expect(DEADLINES.soon.citation).toBe('house-choice')
  })

  it('show no figure as current that was not verified or is not in force', () => {
    const caps = BENEFITS.map(row => row.capCents)
    for (const wrong of [10_000_000, 2_000_000, 750_000, 341_800]) expect(caps).not.toContain(wrong)
    for (const row of BENEFITS) if (row.capCents !== null) expect(isVerified(row.citation)).toBe(true)
    expect(BENEFITS).toHaveLength(25)
    expect(new Set(BENEFITS.map(row => row.id)).size).toBe(25)
    expect(BENEFITS.find(row => row.id === 'ht_income_loss')?.capCents).toBe(incomeLossLimits('2026-11-23').capCentsPerYear)
  })
})

describe('evidence and contacts', () => {
  it('have one row for each id', () => {
    expect(CRIME_EVIDENCE.map(row => row.id)).toEqual([...CRIME_EVIDENCE_IDS])
    expect(INCOME_EVIDENCE.map(row => row.id)).toEqual([...INCOME_EVIDENCE_IDS])
    for (const row of [...CRIME_EVIDENCE, ...INCOME_EVIDENCE]) expect(isVerified(row.citation)).toBe(true)
  })

  it('hold numbers that can be dialed', () => {
    for (const { id, phone, text } of HOTLINES) {
      expect(phone ?? text, id).not.toBeNull()
      for (const number of [phone, text]) if (number !== null) expect(number, id).toMatch(/^(1-\d{3}-\d{3}-\d{4}|\d{3}|\d{5,6})$/)
    }
    expect(new Set(HOTLINES.map(line => line.id)).size).toBe(10)
    expect(getHotline('national-ht-hotline').phone).toBe('1-888-373-7888')
    expect(() => getHotline('no-such-line')).toThrow('no help line')
    for (const id of CENTER_FALLBACK_IDS) expect(getHotline(id).phone).not.toBeNull()
  })

  it('name one box for applications and another one for appeals', () => {
    expect(CALVCB.applicationMail.lines).toEqual(['CalVCB', 'P.O. Box 3036', 'Sacramento, CA 95812-3036'])
    expect(CALVCB.appealsMail.lines).toContain('P.O. Box 350')
  })
})
