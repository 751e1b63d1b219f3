import { FIRST_YEAR, isPartialDate, LAST_YEAR, type PartialDate } from '#machines/calendar/day.ts'
import { codeText } from './typed-text.ts'

/** The three fields of a date. */
export type DatePart = 'year' | 'month' | 'day'
export type DateTexts = Readonly<Record<DatePart, string>>

const twoDigits = (text: string) => text.padStart(2, '0')

/**
 * The date that three fields mean, as precise as they were filled in.
 * @param refuse told which field means nothing, and with which sentence
 * @returns undefined where all are blank or one was refused
 */
export function readDate(typed: DateTexts, refuse: (part: DatePart, key: string) => void): PartialDate | undefined {
  const [year, month, day] = [codeText(typed.year), codeText(typed.month), codeText(typed.day)]
  const refused = (part: DatePart, key: string) => {
    refuse(part, key)
    return undefined
  }
  if (year === '') return month === '' && day === '' ? undefined : refused('year', 'check:errors.yearNeeded')
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return refused('year', 'check:errors.year')
  if (month === '') return day === '' ? year : refused('month', 'check:errors.monthNeeded')
  const date = [year, twoDigits(month), ...(day === '' ? [] : [twoDigits(day)])].join('-')
  return isPartialDate(date) ? date : refused(day === '' ? 'month' : 'day', 'check:errors.noSuchDay')
}

/** The fields of a date. */
export function dateTexts(date: PartialDate): DateTexts {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month, day }
}
