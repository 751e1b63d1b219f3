import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { textOf, type FormValues, type Refuse } from './form-values.ts'
import { codeText } from './typed-text.ts'

export type Hours = NonNullable<WorkPeriod['hoursPerWeek']>

/**
 * A number with at most one decimal mark: a point in California, a comma in many other places, and a special mark in Arabic and Farsi.
 * A week has 168 hours, so the mark never separates thousands.
 */
const NUMBER = /^\d{1,6}([.,،٫]\d{1,6})?$/

/** Weekly hours of the fields `<id>-low` and `-high`: one number, or a lower and a higher one. */
export function readHours(values: FormValues, id: string, refuse: Refuse): Hours | undefined {
  const read = (end: 'low' | 'high') => {
    const text = codeText(textOf(values, `${id}-${end}`))
    if (text === '') return undefined
    if (!NUMBER.test(text)) refuse(`${id}-${end}`, 'check:errors.hoursNumber')
    return Number(text.replace(/[,،٫]/, '.'))
  }
  const [low, high] = [read('low'), read('high')]
  if (low === undefined && high !== undefined) refuse(`${id}-low`, 'check:errors.hoursLowNeeded')
  if (low === undefined || high === undefined || high === low) return low
  return { low, high }
}

/** The fields of a form for hours. */
export function fillHours(id: string, hours: Hours): FormValues {
  const [low, high] = typeof hours === 'number' ? [hours, ''] : [hours.low, hours.high]
  return { [`${id}-low`]: [String(low)], [`${id}-high`]: [String(high)] }
}
