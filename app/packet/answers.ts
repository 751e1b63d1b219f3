import type { ClaimFile, WorkPeriod } from '#machines/answers/claim-file.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Day, PartialDate } from '#machines/calendar/day.ts'
import { payTotal } from '#machines/rules/pay-total.ts'
import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts'
import { getLanguage, LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { fullName, type Names } from './signers.ts'
import type { Cell, Row } from './sheet.ts'

/** A claim and the language in which a sheet is written. */
export interface Telling {
  readonly claim: ClaimFile
  readonly today: Day
  readonly t: Translate
  readonly language: LanguageCode
  /** True when the story is left out of the papers; `claim` is then without the story. */
  readonly withoutStory?: boolean
}

/** An answer ready to be printed: its words, `undefined` when it was not answered, and the places in the claim file it came from. */
export interface Answer {
  readonly words: string | undefined
  readonly paths: readonly string[]
}

type Address = NonNullable<NonNullable<ClaimFile['victim']>['mailingAddress']>
type Hours = NonNullable<WorkPeriod['hoursPerWeek']>

const given = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

/** Text as it was typed. Text that is only blanks counts as not answered. */
export const textAnswer = (text: string | undefined, path: string): Answer => ({
  words: given(text),
  paths: text === undefined ? [] : [path],
})

/** A day, month or year as precise as it was given, or the words for `ongoing`. */
export function dateAnswer({ t, language }: Telling, date: PartialDate | undefined, path: string): Answer {
  if (date === undefined) return { words: undefined, paths: [] }
  return { words: date === 'ongoing' ? t('terms:ongoing') : formatDate(date, language), paths: [path] }
}

export function yesNoAnswer({ t }: Telling, answer: boolean | undefined, path: string): Answer {
  if (answer === undefined) return { words: undefined, paths: [] }
  return { words: t(answer ? 'terms:yes' : 'terms:no'), paths: [path] }
}

/** One choice of an enumeration; its words come from `terms.json`. */
export function choiceAnswer({ t }: Telling, choice: string | undefined, path: string, terms: string): Answer {
  if (choice === undefined) return { words: undefined, paths: [] }
  return { words: t(`terms:${terms}.${choice}`), paths: [path] }
}

/** A list written as one value. An empty list is the answer "none". */
export function listAnswer({ t }: Telling, list: readonly string[] | undefined, path: string, terms?: string): Answer {
  if (list === undefined) return { words: undefined, paths: [] }
  if (list.length === 0) return { words: t('terms:none'), paths: [path] }
  const words = list.map(item => (terms ? t(`terms:${terms}.${item}`) : item.trim())).filter(Boolean)
  return { words: words.length > 0 ? words.join('; ') : undefined, paths: list.map((_, index) => `${path}.${index}`) }
}

export function moneyAnswer({ language }: Telling, cents: number | undefined, path: string): Answer {
  if (cents === undefined) return { words: undefined, paths: [] }
  return { words: formatMoney(cents, language), paths: [path] }
}

/** All the pay of a period of work: what was given, or what its rate makes. */
export function paidAnswer({ t, today, language }: Telling, period: WorkPeriod, path: string): Answer {
  const total = payTotal(period, today)
  if (total === null) return { words: undefined, paths: [] }
  const paths = period.paidCents === undefined ? [] : [`${path}.paidCents`]
  const [low, high] = [formatMoney(total.low, language), formatMoney(total.high, language)]
  return { words: low === high ? low : t('packet:value.hoursRange', { low, high }), paths }
}

export function hoursAnswer({ t, language }: Telling, hours: Hours | undefined, path: string): Answer {
  if (hours === undefined) return { words: undefined, paths: [] }
  const number = (value: number) => formatNumber(value, language)
  if (typeof hours === 'number') return { words: number(hours), paths: [path] }
  const paths = [`${path}.low`, `${path}.high`]
  if (hours.low === hours.high) return { words: number(hours.low), paths }
  return { words: t('packet:value.hoursRange', { low: number(hours.low), high: number(hours.high) }), paths }
}

export function nameAnswer(names: Names | undefined, path: string): Answer {
  const parts = (['firstName', 'middleName', 'lastName'] as const).filter(part => names?.[part] !== undefined)
  return { words: given(fullName(names)), paths: parts.map(part => `${path}.${part}`) }
}

/** The lines of an address as they are written on an envelope. */
export function addressLines(address: Address | undefined): string[] {
  const street = [address?.street, address?.unit].map(given).filter(Boolean).join(', ')
  const region = [address?.state, address?.zip].map(given).filter(Boolean).join(' ')
  const town = [given(address?.city), given(region)].filter(Boolean).join(', ')
  return [street, town].filter(line => line !== '')
}

export function addressAnswer(address: Address | undefined, path: string): Answer {
  return { words: given(addressLines(address).join(', ')), paths: addressPaths(address, path) }
}

/** The home of a person; `null` is the answer that they have no fixed address. */
export const homeAnswer = ({ t }: Telling, address: Address | null | undefined, path: string): Answer =>
  address === null ? { words: t('terms:none'), paths: [path] } : addressAnswer(address, path)

/** The paths of the address parts that were answered. */
export const addressPaths = (address: Address | undefined, path: string): string[] =>
  (['street', 'unit', 'city', 'state', 'zip'] as const).filter(part => address?.[part] !== undefined).map(part => `${path}.${part}`)

/** The language for CalVCB's letters: one that we know is called as on this sheet; other words stay as they were typed. */
export function letterLanguage(answer: string | undefined, sheet: Pick<Telling, 'language'>): string | undefined {
  const typed = given(answer)
  const known = LANGUAGES.find(language =>
    [language.code, language.nativeName, language.englishName].some(name => name.toLowerCase() === typed?.toLowerCase()),
  )
  return known ? languageName(known.code, sheet) : typed
}

/**
 * The name of a language as the sheet's own language calls it, or its own name where `Intl` does not know the sheet's language or would call
 * Tagalog by the name of another language.
 */
export function languageName(code: LanguageCode, { language }: Pick<Telling, 'language'>): string {
  const { englishName, nativeName } = getLanguage(code)
  if (language === 'en') return englishName
  const { intl } = getLanguage(language)
  const [asIntlReadsIt] = Intl.getCanonicalLocales(code)
  return (!intl.startsWith('en') && asIntlReadsIt === code && new Intl.DisplayNames([intl], { type: 'language' }).of(code)) || nativeName
}

/** The words for a missing answer: "not answered" or, when the person chose so, "left to an advocate". */
function openWords({ claim, t }: Telling, askedBy: QuestionId): string {
  return claim.leftOpen?.[askedBy] === 'advocate' ? t('terms:leftOpen.advocate') : t('terms:notAnswered')
}

/** A labelled answer; the label is `packet:field.<field>`. */
export function row(telling: Telling, field: string, answer: Answer, askedBy: QuestionId): Row {
  const label = telling.t(`packet:field.${field}`)
  if (answer.words !== undefined) return { label, value: answer.words, paths: answer.paths }
  return { label, value: openWords(telling, askedBy), paths: answer.paths, open: true }
}

/** A labelled answer in a statement to be signed. A missing answer becomes a line to fill in by hand. */
export function statementRow({ t }: Telling, field: string, answer: Answer): Row {
  const label = t(`packet:field.${field}`)
  if (answer.words !== undefined) return { label, value: answer.words, paths: answer.paths }
  return { label, value: '', paths: answer.paths, blank: true }
}

export function cell(telling: Telling, answer: Answer, askedBy: QuestionId): Cell {
  if (answer.words !== undefined) return { text: answer.words, paths: answer.paths }
  return { text: openWords(telling, askedBy), paths: answer.paths, open: true }
}

export function statementCell(answer: Answer): Cell {
  return { text: answer.words ?? '', paths: answer.paths, blank: answer.words === undefined }
}
