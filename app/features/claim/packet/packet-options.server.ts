import { findPaperLanguage, PAPER_LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import { formatMonths } from '#app/i18n/months.ts'
import type { PacketOptions } from '#app/packet/packet-view.ts'
import { passwordProblem, PASSWORD_LEAST } from '#app/packet/password.ts'
import { addYears, type Day } from '#machines/calendar/day.ts'
import { dateView } from '#app/forms/field-view.server.ts'
import type { DateView } from '#app/forms/field-view.ts'
import { readDate } from '#app/forms/typed-date.ts'
import { isOn, textOf, type FormProblem, type FormValues, type Refuse } from '#app/forms/form-values.ts'
import type { Speech } from '../speech.server.ts'

/** Names of the fields in the form. */
const STORY = 'withoutStory'
const MAIL_ON = 'mailOn'
const PASSWORD = 'password'
const LANGUAGE = 'language'

const MAILED = { kind: 'date', name: MAIL_ON, label: 'flow:packet.mailOn', hint: 'flow:packet.mailOnHint' } as const

/** The choices for one making of the papers. They are never stored. */
export interface ChosenPapers {
  readonly options: PacketOptions
  /** The password that opens the file; without one the file is not locked. */
  readonly password?: string
  /** The language of the papers to keep and of the translations; without one it is that of the page. */
  readonly language?: LanguageCode
}

/** The choices as the packet page shows them. */
export interface PacketOptionsView {
  readonly withoutStory: boolean
  readonly mailOn: DateView
  readonly months: readonly string[]
  readonly password: { readonly value: string; readonly error: string | undefined }
  /** The languages in which papers come, each by its own name. */
  readonly languages: readonly { readonly value: string; readonly label: string }[]
  readonly language: string
  /** The problems, each with the control that it is about. */
  readonly errors: readonly { readonly fieldId: string; readonly message: string }[]
}

/** Reads the choices. A choice that cannot be read is named as a problem and left out. */
export function readPacketOptions(
  values: FormValues,
  today: Day,
): { readonly chosen: ChosenPapers; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = []
  const refuse = (field: string, key: string) => void problems.push({ field, key })
  const mailOn = readMailingDay(values, today, refuse)
  const password = textOf(values, PASSWORD)
  const problem = password === '' ? null : passwordProblem(password)
  if (problem) refuse(PASSWORD, `claim:packetErrors.${problem}`)
  const options: PacketOptions = { ...(isOn(values, STORY) && { withoutStory: true }), ...(mailOn !== undefined && { mailOn }) }
  const language = findPaperLanguage(textOf(values, LANGUAGE))?.code
  return { chosen: { options, ...(password !== '' && { password }), ...(language && { language }) }, problems }
}

/** A whole day, at most a year away: a day that is further off is probably a slip. */
function readMailingDay(values: FormValues, today: Day, refuse: Refuse): Day | undefined {
  const date = readDate(values, MAIL_ON, refuse)
  if (date === undefined) return undefined
  if (date.length < 10) {
    refuse(`${MAIL_ON}-${date.length === 4 ? 'month' : 'day'}`, 'claim:packetErrors.wholeDay')
    return undefined
  }
  if (date < addYears(today, -1, 'back') || date > addYears(today, 1, 'forward')) {
    refuse(`${MAIL_ON}-year`, 'claim:packetErrors.farDay')
    return undefined
  }
  return date
}

/** The choices as they were sent, with their mistakes; blank if nothing was sent. */
export function packetOptionsView(speech: Speech, values: FormValues = {}, problems: readonly FormProblem[] = []): PacketOptionsView {
  const { t, language } = speech
  const errors = problems.map(({ field, key }) => ({ fieldId: field, message: t(key, { least: PASSWORD_LEAST }) }))
  return {
    withoutStory: isOn(values, STORY),
    mailOn: dateView({ speech, values, problems }, MAILED, MAIL_ON),
    months: formatMonths(language),
    password: { value: textOf(values, PASSWORD), error: errors.find(({ fieldId }) => fieldId === PASSWORD)?.message },
    languages: PAPER_LANGUAGES.map(({ code, nativeName }) => ({ value: code, label: nativeName })),
    language: textOf(values, LANGUAGE),
    errors,
  }
}
