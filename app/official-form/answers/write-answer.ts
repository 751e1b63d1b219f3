import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { PartialDate } from '#machines/calendar/day.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { AnswerKind, FormAnswer } from './form-answer.ts'

/** The formats in which forms ask for dates and telephone numbers. All other answers are written as they are. */
const DATE_FORMATS = ['MM/DD/YYYY', 'MMDDYYYY', 'YYYY-MM-DD', 'MM/YYYY', 'MM', 'DD', 'YYYY'] as const
const PHONE_FORMATS = ['as-given', 'digits', 'area', 'without-area'] as const
export const FORMATS = [...DATE_FORMATS, ...PHONE_FORMATS] as const
export type Format = (typeof FORMATS)[number]

/** The formats that an answer of this kind can have; the usual one comes first. */
export function formatsOf(kind: AnswerKind): readonly Format[] {
  if (kind === 'date') return DATE_FORMATS
  return kind === 'phone' ? PHONE_FORMATS : []
}

/**
 * An answer in words for the form, which are English like the form itself; `undefined` when it was not answered.
 * A date of which only the month or year is known never becomes a day.
 */
export function writeAnswer(answer: FormAnswer, claim: ClaimFile, format: Format | undefined, t: Translate): string | undefined {
  const value = answer.value(claim)
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return t(value ? 'terms:yes' : 'terms:no')
  if (typeof value !== 'string')
    return value.length === 0 ? t('terms:none') : value.map(one => t(`terms:${answer.choices?.terms}.${one}`)).join('; ')
  if (answer.choices) return t(`terms:${answer.choices.terms}.${value}`)
  if (answer.kind === 'date') return writeDate(value, format, t)
  return answer.kind === 'phone' ? writePhone(value, format) : value
}

function writeDate(date: PartialDate, format: Format | undefined, t: Translate): string | undefined {
  if (date === 'ongoing') return t('terms:ongoing')
  const [year = '', month, day] = date.split('-')
  switch (format) {
    case 'MM':
      return month
    case 'DD':
      return day
    case 'YYYY':
      return year
    case 'MMDDYYYY':
      return month && day ? month + day + year : undefined
    case 'YYYY-MM-DD':
      return date
    case 'MM/YYYY':
      return month ? `${month}/${year}` : year
    default:
      return [month, day, year].filter(Boolean).join('/')
  }
}

/** The parts of a number as written in the United States. A number of another country has no area code and stays whole. */
function writePhone(phone: string, format: Format | undefined): string | undefined {
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  const isLocal = digits.length === 10 && /^(?!\+)|^\+1/.test(phone.trim())
  switch (format) {
    case 'digits':
      return digits
    case 'area':
      return isLocal ? digits.slice(0, 3) : undefined
    case 'without-area':
      return isLocal ? `${digits.slice(3, 6)}-${digits.slice(6)}` : phone
    default:
      return phone
  }
}

/** Whether to tick a box that stands for `equals`; `false` when nothing was answered. */
export function answerIs(answer: FormAnswer, claim: ClaimFile, equals: string): boolean {
  const value = answer.value(claim)
  if (typeof value === 'boolean') return equals === (value ? 'yes' : 'no')
  return typeof value === 'string' ? value === equals : (value?.includes(equals) ?? false)
}
