import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Day, PartialDate } from '#machines/calendar/day.ts'
import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts'
import { getLanguage, LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { fullName, type Names } from './signers.ts'
import type { Cell, Row } from './sheet.ts'

/** A claim and the language in which a sheet tells it. */
export interface Telling {
  readonly claim: ClaimFile
  readonly today: Day
  readonly t: Translate
  readonly language: LanguageCode
  /** Whether the story is left out of the papers; the claim then holds none of it. */
  readonly withoutStory?: boolean
}

/** An answer on its way to paper: its words and where it came from; no words when it is not answered. */
export interface Answer {
  readonly words: string | undefined
  readonly paths: readonly string[]
}

type Address = NonNullable<NonNullable<ClaimFile['victim']>['mailingAddress']>
type Hours = NonNullable<NonNullable<ClaimFile['work']>[number]['hoursPerWeek']>

const given = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

/** Text as it was typed; blanks are not an answer. */
export const textAnswer = (text: string | undefined, path: string): Answer => ({
  words: given(text),
  paths: text === undefined ? [] : [path],
})

/** A day, month or year as it was given, or the words for `ongoing`. */
export function dateAnswer({ t, language }: Telling, date: PartialDate | undefined, path: string): Answer {
  if (date === undefined) return { words: undefined, paths: [] }
  return { words: date === 'ongoing' ? t('terms:ongoing') : formatDate(date, language), paths: [path] }
}

export function yesNoAnswer({ t }: Telling, answer: boolean | undefined, path: string): Answer {
  if (answer === undefined) return { words: undefined, paths: [] }
  return { words: t(answer ? 'terms:yes' : 'terms:no'), paths: [path] }
}

/** One choice of an enumeration, in the words of `terms.json`. */
export function choiceAnswer({ t }: Telling, choice: string | undefined, path: string, terms: string): Answer {
  if (choice === undefined) return { words: undefined, paths: [] }
  return { words: t(`terms:${terms}.${choice}`), paths: [path] }
}

/** A list in one value; an empty list is the answer "none". */
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

/** Lines of an address as they go on an envelope. */
export function addressLines(address: Address | undefined): string[] {
  const street = [address?.street, address?.unit].map(given).filter(Boolean).join(', ')
  const region = [address?.state, address?.zip].map(given).filter(Boolean).join(' ')
  const town = [given(address?.city), given(region)].filter(Boolean).join(', ')
  return [street, town].filter(line => line !== '')
}

export function addressAnswer(address: Address | undefined, path: string): Answer {
  return { words: given(addressLines(address).join(', ')), paths: addressPaths(address, path) }
}

/** Paths of the parts of an address that were given. */
export const addressPaths = (address: Address | undefined, path: string): string[] =>
  (['street', 'unit', 'city', 'state', 'zip'] as const).filter(part => address?.[part] !== undefined).map(part => `${path}.${part}`)

/** The language of CalVCB's letters: a code of ours is written as the language's English name, other words as they were typed. */
export function letterLanguage(answer: string | undefined): string | undefined {
  const typed = given(answer)
  const known = LANGUAGES.find(language =>
    [language.code, language.nativeName, language.englishName].some(name => name.toLowerCase() === typed?.toLowerCase()),
  )
  return known ? known.englishName : typed
}

/** Name of the language in which the person works, for the language of the sheet. */
export const languageName = (code: LanguageCode, { language }: Telling): string =>
  language === 'en' ? getLanguage(code).englishName : getLanguage(code).nativeName

/** What stands where nothing was answered: "not answered" and "left to an advocate" are different things. */
function openWords({ claim, t }: Telling, askedBy: QuestionId): string {
  return claim.leftOpen?.[askedBy] === 'advocate' ? t('terms:leftOpen.advocate') : t('terms:notAnswered')
}

/** A labelled answer; the label is `packet:field.<field>`. */
export function row(telling: Telling, field: string, answer: Answer, askedBy: QuestionId): Row {
  const label = telling.t(`packet:field.${field}`)
  if (answer.words !== undefined) return { label, value: answer.words, paths: answer.paths }
  return { label, value: openWords(telling, askedBy), paths: answer.paths, open: true }
}

/** A labelled answer of a statement to be signed: what was not answered becomes a line to fill in by hand. */
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
