import * as typed from './typed-date.ts'
import type { PartialDate } from '#machines/calendar/day.ts'
import { isOn, ON, ongoingName, textOf, type FormValues } from './form-values.ts'

/** Tells which field means nothing, and with which sentence. */
export type Refuse = (field: string, key: string) => void

const ONGOING = 'ongoing'

/** The date of the fields `<id>-year`, `-month` and `-day`, as precise as they were filled in; undefined where all are blank. */
export function readDate(values: FormValues, id: string, refuse: Refuse): PartialDate | undefined {
  const text = (part: typed.DatePart) => textOf(values, `${id}-${part}`)
  return typed.readDate({ year: text('year'), month: text('month'), day: text('day') }, (part, key) => refuse(`${id}-${part}`, key))
}

/** A date, or that it still goes on; not both. */
export function readDateOrOngoing(values: FormValues, id: string, refuse: Refuse): PartialDate | undefined {
  const date = readDate(values, id, refuse)
  if (!isOn(values, ongoingName(id))) return date
  if (date !== undefined) refuse(`${id}-year`, 'check:errors.endAndOngoing')
  return ONGOING
}

/** The fields of a date. */
export function fillDate(id: string, date: PartialDate): FormValues {
  if (date === ONGOING) return { [ongoingName(id)]: [ON] }
  const { year, month, day } = typed.dateTexts(date)
  return { [`${id}-year`]: [year], [`${id}-month`]: [month], [`${id}-day`]: [day] }
}
