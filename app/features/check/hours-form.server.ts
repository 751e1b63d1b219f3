import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { textFields, type PageForm } from './page-form.server.ts'

/** A number with at most one mark, which people in California write as a point and many others as a comma. */
const NUMBER = /^\d{1,6}([.,]\d{1,6})?$/

/** Weekly hours: one number, or a lower and a higher one. */
export const hoursForm: PageForm<Readonly<Record<string, string | undefined>>> = {
  fields: textFields('hours-low', 'hours-high'),
  toAnswer(fields, refuse) {
    const read = (field: string) => {
      const text = fields[field]?.trim() ?? ''
      if (text === '') return undefined
      if (!NUMBER.test(text)) refuse(field, 'check:errors.hoursNumber')
      return Number(text.replace(',', '.'))
    }
    const [low, high] = [read('hours-low'), read('hours-high')]
    if (low === undefined && high !== undefined) refuse('hours-low', 'check:errors.hoursLowNeeded')
    if (low === undefined) return {}
    return { hoursPerWeek: high === undefined || high === low ? low : { low, high } }
  },
  fieldOf: path => (path === 'hoursPerWeek.high' ? 'hours-high' : 'hours-low'),
  fill(answer) {
    const hours = answer.hoursPerWeek as NonNullable<WorkPeriod['hoursPerWeek']>
    const [low, high] = typeof hours === 'number' ? [hours, ''] : [hours.low, hours.high]
    return { 'hours-low': String(low), 'hours-high': String(high) }
  },
}
