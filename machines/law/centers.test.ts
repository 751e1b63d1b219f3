import { describe, expect, it } from 'vitest'
import { isDay } from '#machines/calendar/day.ts'
import { CENTERS, CENTERS_CHECKED_ON, centerOf } from './centers.ts'

describe('victim-witness centers', () => {
  it('are the 58 counties in alphabetical order', () => {
    const counties = CENTERS.map(center => center.county)
    expect(counties).toHaveLength(58)
    expect(new Set(counties).size).toBe(58)
    expect(counties).toEqual(counties.toSorted())
    expect(isDay(CENTERS_CHECKED_ON)).toBe(true)
  })

  it('have a number that can be dialed and a source, or none at all', () => {
    for (const { county, name, phone, otherPhones, source, confidence } of CENTERS) {
      const numbers = [phone, ...otherPhones.map(other => other.number)].filter(number => number !== null)
      for (const number of numbers) expect(number, county).toMatch(/^(\(\d{3}\) \d{3}-\d{4}|1-\d{3}-\d{3}-\d{4})$/)
      if (phone === null) expect([otherPhones, confidence], county).toEqual([[], 'not-verified'])
      else expect([source, name, confidence], county).not.toContain(null)
    }
    expect(CENTERS.filter(center => center.phone !== null)).toHaveLength(20)
  })

  it('are found by county', () => {
    expect(centerOf('Inyo')).toMatchObject({
      phone: '(760) 873-6669',
      phonePlace: 'Bishop',
      otherPhones: [{ number: '(760) 878-0299', place: 'Independence' }],
    })
    expect(centerOf('Orange')?.phone).toBeNull()
    expect(centerOf('Nowhere')).toBeUndefined()
  })
})
