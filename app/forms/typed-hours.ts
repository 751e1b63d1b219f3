import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { codeText } from './typed-text.ts'

export type Hours = NonNullable<WorkPeriod['hoursPerWeek']>

/** The two fields of hours: a number or the lower one, and the higher one. */
export type HoursEnd = 'low' | 'high'
export type HoursTexts = Readonly<Record<HoursEnd, string>>

/**
 * A number with at most one mark, which people in California write as a point, many others as a comma, and Arabic and Farsi as a mark
 * of its own. A week has 168 hours, so the mark never parts thousands.
 */
const NUMBER = /^\d{1,6}([.,،٫]\d{1,6})?$/

/**
 * Weekly hours: one number, or a lower and a higher one.
 * @param refuse told which field means nothing, and with which sentence
 */
export function readHours(typed: HoursTexts, refuse: (end: HoursEnd, key: string) => void): Hours | undefined {
  const read = (end: HoursEnd) => {
    const text = codeText(typed[end])
    if (text === '') return undefined
    if (!NUMBER.test(text)) refuse(end, 'check:errors.hoursNumber')
    return Number(text.replace(/[,،٫]/, '.'))
  }
  const [low, high] = [read('low'), read('high')]
  if (low === undefined && high !== undefined) refuse('low', 'check:errors.hoursLowNeeded')
  if (low === undefined || high === undefined || high === low) return low
  return { low, high }
}

/** The fields of hours. */
export function hoursTexts(hours: Hours): HoursTexts {
  const [low, high] = typeof hours === 'number' ? [hours, ''] : [hours.low, hours.high]
  return { low: String(low), high: String(high) }
}
