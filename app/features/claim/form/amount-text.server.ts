import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import type { Refuse } from './date-text.server.ts'
import { textOf, type FormValues } from './form-values.ts'

type Hours = NonNullable<WorkPeriod['hoursPerWeek']>

/** A number with at most one mark, which people in California write as a point and many others as a comma. */
const HOURS = /^\d{1,6}([.,]\d{1,6})?$/
/** Dollars as people write them: `1200`, `$1,200`, `1,200.50`, `1200,50`. */
const DOLLARS = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/

/** Weekly hours: one number, or a lower and a higher one in `<id>-low` and `<id>-high`. */
export function readHours(values: FormValues, id: string, refuse: Refuse): Hours | undefined {
  const read = (field: string) => {
    const text = textOf(values, field)
    if (text === '') return undefined
    if (!HOURS.test(text)) refuse(field, 'check:errors.hoursNumber')
    return Number(text.replace(',', '.'))
  }
  const [low, high] = [read(`${id}-low`), read(`${id}-high`)]
  if (low === undefined && high !== undefined) refuse(`${id}-low`, 'check:errors.hoursLowNeeded')
  if (low === undefined || high === undefined || high === low) return low
  return { low, high }
}

export function fillHours(id: string, hours: Hours): FormValues {
  const [low, high] = typeof hours === 'number' ? [hours, ''] : [hours.low, hours.high]
  return { [`${id}-low`]: [String(low)], [`${id}-high`]: [String(high)] }
}

/** An amount of dollars in whole cents. */
export function readMoney(values: FormValues, id: string, refuse: Refuse): number | undefined {
  const text = textOf(values, id)
  if (text === '') return undefined
  const match = DOLLARS.exec(text)
  if (!match) {
    refuse(id, 'claim:form.money')
    return undefined
  }
  const [, dollars = '', cents = ''] = match
  return Number(dollars.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'))
}

export function fillMoney(id: string, cents: number): FormValues {
  const rest = cents % 100
  return { [id]: [`${Math.floor(cents / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`] }
}
