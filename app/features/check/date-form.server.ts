import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { FIRST_YEAR, isPartialDate, LAST_YEAR, type PartialDate } from '#machines/calendar/day.ts'
import type { FormValues } from './form-values.ts'
import { textFields, type PageForm } from './page-form.server.ts'

type Texts = Readonly<Record<string, string | undefined>>
type Refuse = (field: string, key: string) => void

const twoDigits = (text: string) => text.padStart(2, '0')

/**
 * The date that the fields `<name>-year`, `-month` and `-day` mean, as precise as they were filled in; undefined where all
 * are blank or something is refused.
 */
function readDate(fields: Texts, name: string, refuse: Refuse): PartialDate | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map(part => fields[`${name}-${part}`]?.trim() ?? '') as [string, string, string]
  const refused = (part: string, key: string) => {
    refuse(`${name}-${part}`, key)
    return undefined
  }
  if (year === '') return month === '' && day === '' ? undefined : refused('year', 'check:errors.yearNeeded')
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return refused('year', 'check:errors.year')
  if (month === '') return day === '' ? year : refused('month', 'check:errors.monthNeeded')
  const date = [year, twoDigits(month), ...(day === '' ? [] : [twoDigits(day)])].join('-')
  return isPartialDate(date) ? date : refused(day === '' ? 'month' : 'day', 'check:errors.noSuchDay')
}

function fillDate(name: string, date: PartialDate): FormValues {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day }
}

/** Name of the check box that says that it still goes on. */
const ONGOING = 'end-ongoing'

/** Start and end, by month and year; a check box in place of an end. */
export const datesForm: PageForm<Texts> = {
  fields: textFields('start-year', 'start-month', 'end-year', 'end-month', ONGOING),
  toAnswer(fields, refuse) {
    const start = readDate(fields, 'start', refuse)
    const ended = readDate(fields, 'end', refuse)
    const ongoing = fields[ONGOING] !== undefined
    if (ongoing && ended !== undefined) refuse('end-year', 'check:errors.endAndOngoing')
    const end = ongoing ? 'ongoing' : ended
    return { ...(start && { start }), ...(end && { end }) }
  },
  fieldOf: path => (path === 'end' ? 'end-year' : 'start-year'),
  fill(answer) {
    const { start, end } = answer as NonNullable<ClaimFile['crime']>
    return {
      ...(start && fillDate('start', start)),
      ...(end === 'ongoing' ? { [ONGOING]: 'on' } : end && fillDate('end', end)),
    }
  },
}

/** The birth date: a year, or more of it. */
export const birthForm: PageForm<Texts> = {
  fields: textFields('born-year', 'born-month', 'born-day'),
  toAnswer(fields, refuse) {
    const birthDate = readDate(fields, 'born', refuse)
    return { ...(birthDate && { birthDate }) }
  },
  fieldOf: () => 'born-year',
  fill: answer => fillDate('born', answer.birthDate as PartialDate),
}
