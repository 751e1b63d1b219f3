import * as typed from '#app/forms/typed-date.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { PartialDate } from '#machines/calendar/day.ts'
import type { FormValues } from './form-values.ts'
import { textFields, type PageForm } from './page-form.server.ts'

type Texts = Readonly<Record<string, string | undefined>>
type Refuse = (field: string, key: string) => void

/** The date that the fields `<name>-year`, `-month` and `-day` mean; undefined where all are blank or something is refused. */
function readDate(fields: Texts, name: string, refuse: Refuse): PartialDate | undefined {
  const text = (part: typed.DatePart) => fields[`${name}-${part}`] ?? ''
  return typed.readDate({ year: text('year'), month: text('month'), day: text('day') }, (part, key) => refuse(`${name}-${part}`, key))
}

function fillDate(name: string, date: PartialDate): FormValues {
  const { year, month, day } = typed.dateTexts(date)
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
