import { FIRST_YEAR, isPartialDate, LAST_YEAR, type PartialDate } from '#machines/calendar/day.ts'
import { isOn, ON, ongoingName, textOf, type FormValues, type Refuse } from './form-values.ts'
import { codeText } from './typed-text.ts'

const ONGOING = 'ongoing'

const twoDigits = (text: string) => text.padStart(2, '0')

/** The date of the fields `<id>-year`, `-month` and `-day`, as precise as they are; undefined if all are blank or one is refused. */
export function readDate(values: FormValues, id: string, refuse: Refuse): PartialDate | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map(part => codeText(textOf(values, `${id}-${part}`))) as [
    string,
    string,
    string,
  ]
  const refused = (part: 'year' | 'month' | 'day', key: string) => void refuse(`${id}-${part}`, `check:errors.${key}`)
  if (year === '') return month === '' && day === '' ? undefined : refused('year', 'yearNeeded')
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return refused('year', 'year')
  if (month === '') return day === '' ? year : refused('month', 'monthNeeded')
  const date = [year, twoDigits(month), ...(day === '' ? [] : [twoDigits(day)])].join('-')
  return isPartialDate(date) ? date : refused(day === '' ? 'month' : 'day', 'noSuchDay')
}

/** A date or "it still goes on"; both together are refused. */
export function readDateOrOngoing(values: FormValues, id: string, refuse: Refuse): PartialDate | undefined {
  const date = readDate(values, id, refuse)
  if (!isOn(values, ongoingName(id))) return date
  if (date !== undefined) refuse(`${id}-year`, 'check:errors.endAndOngoing')
  return ONGOING
}

/** The fields of a form for a date. */
export function fillDate(id: string, date: PartialDate): FormValues {
  if (date === ONGOING) return { [ongoingName(id)]: [ON] }
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${id}-year`]: [year], [`${id}-month`]: [month], [`${id}-day`]: [day] }
}
