import { hoursTexts, readHours, type Hours } from '#app/forms/typed-hours.ts'
import { textFields, type PageForm } from './page-form.server.ts'

/** Weekly hours: one number, or a lower and a higher one. */
export const hoursForm: PageForm<Readonly<Record<string, string | undefined>>> = {
  fields: textFields('hours-low', 'hours-high'),
  toAnswer(fields, refuse) {
    const texts = { low: fields['hours-low'] ?? '', high: fields['hours-high'] ?? '' }
    const hoursPerWeek = readHours(texts, (end, key) => refuse(`hours-${end}`, key))
    return hoursPerWeek === undefined ? {} : { hoursPerWeek }
  },
  fieldOf: path => (path === 'hoursPerWeek.high' ? 'hours-high' : 'hours-low'),
  fill(answer) {
    const { low, high } = hoursTexts(answer.hoursPerWeek as Hours)
    return { 'hours-low': low, 'hours-high': high }
  },
}
