import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { textOf, type FormValues, type Refuse } from './form-values.ts'
import { readSaidHours } from './said-hours.ts'

export type Hours = NonNullable<WorkPeriod['hoursPerWeek']>

/** Weekly hours of the fields `<id>-low` and `-high`: one number, or a lower and a higher one; the first field may say both. */
export function readHours(values: FormValues, id: string, refuse: Refuse): Hours | undefined {
  const read = (end: 'low' | 'high') => {
    const text = textOf(values, `${id}-${end}`)
    const said = text === '' ? undefined : readSaidHours(text)
    if (!said || !('refused' in said)) return said
    refuse(`${id}-${end}`, said.refused)
    return undefined
  }
  const [first, last] = [read('low'), read('high')]
  if (!first) {
    if (last && textOf(values, `${id}-low`) === '') refuse(`${id}-low`, 'check:errors.hoursLowNeeded')
    return undefined
  }
  const [low, high] = [first.low, (last ?? first).high]
  // Nothing that was typed is left out without a word: "60-80" and "up to 70" do not fit.
  if (first.high > high) refuse(`${id}-low`, 'errors:hoursLowAboveHigh')
  return low === high ? low : { low, high }
}

/** Whether the hours were worked out from words such as `12 hours a day, 6 days`, so that the person should see what was understood. */
export const areWorkedOut = (values: FormValues, id: string): boolean =>
  ['low', 'high'].some(end => {
    const said = readSaidHours(textOf(values, `${id}-${end}`))
    return 'workedOut' in said && said.workedOut
  })

/** The fields of a form for hours. */
export function fillHours(id: string, hours: Hours): FormValues {
  const [low, high] = typeof hours === 'number' ? [hours, ''] : [hours.low, hours.high]
  return { [`${id}-low`]: [String(low)], [`${id}-high`]: [String(high)] }
}
