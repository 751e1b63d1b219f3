import { addressLines } from '#app/packet/answers.ts'
import { formatDate, formatMoney } from '#app/i18n/format.ts'
import type { ClaimFile, WorkPeriod } from '#machines/answers/claim-file.ts'
import { ADDRESS } from '#machines/answers/parts.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Entry } from '#machines/claim/answers.ts'
import { formFields, type FormField } from '#app/forms/form-field.server.ts'
import { hoursWords } from '#app/forms/hours-words.ts'
import { rateWords, totalWords } from '#app/forms/rate-words.ts'
import type { Hours } from '#app/forms/typed-hours.ts'
import type { Rate } from '#app/forms/typed-rate.ts'
import { payTotal } from '#machines/rules/pay-total.ts'
import type { AnswerVisit } from '../visit.server.ts'

/** The sentences of a page and its day: a period of work that goes on ends today. */
type Dated = Pick<AnswerVisit, 'speech' | 'today'>

/** One line of an answer: the label, unless the page's title says it already, and the answer in words. */
export interface AnswerLine {
  readonly label?: string | undefined
  readonly words: string
  /** Whether there is no answer. */
  readonly open?: boolean
}

type DatedSpeech = Dated['speech'] & Pick<Dated, 'today'>

/** The entry of a page, line by line. "Not answered", "none" and "left to an advocate" are different entries. */
export function entryLines(page: QuestionId, entry: Entry | undefined, { speech: words, today }: Dated): AnswerLine[] {
  const speech = { ...words, today }
  const { t } = speech
  if (!entry) return [{ words: t('terms:notAnswered'), open: true }]
  if ('left' in entry) return [{ words: t(`terms:leftOpen.${entry.left}`), open: true }]
  const fields = formFields(getQuestion(page))
  const titleAsks = t(`claim:questions.${page}.title`).endsWith('?')
  return fields.flatMap(field => fieldLines(field, (entry.value as Answer)[field.name], speech, fields.length > 1 || !titleAsks))
}

/** One field of an answer without its label, for a page that shows two answers side by side under the label. */
export function answeredWords(page: QuestionId, name: string, answer: Answer, { speech, today }: Dated): AnswerLine[] {
  const field = formFields(getQuestion(page)).find(each => each.name === name)
  return field ? fieldLines(field, answer[name], { ...speech, today }, false) : []
}

function fieldLines(field: FormField, value: unknown, speech: DatedSpeech, labelled: boolean): AnswerLine[] {
  const { t } = speech
  const label = labelled ? t(field.label) : undefined
  if (value === undefined) return [{ label, words: t('terms:notAnswered'), open: true }]
  // No home of their own, or letters to the home: what the box says, not "none".
  if (value === null && field.kind === 'group' && field.parts === ADDRESS.name) return [{ label, words: t(`claim:none.${field.name}`) }]
  if (value === null) return [{ label, words: t('terms:none') }]
  if (!Array.isArray(value)) {
    if (field.kind === 'group' && field.parts !== ADDRESS.name) return groupLines(field.fields, value as Answer, speech)
    return [{ label, words: wordsOf(field, value, speech) }]
  }
  const entries = value as readonly unknown[]
  if (entries.length === 0) return [{ label, words: t('terms:none') }]
  if (field.kind !== 'list' || field.entry.kind !== 'group')
    return [{ label, words: entries.map(each => wordsOf(field, each, speech)).join('; ') }]
  const { fields } = field.entry
  return entries.map(each => ({
    label,
    words: [...groupLines(fields, each as Answer, speech).map(({ words }) => words), ...workedOutPay(fields, each as Answer, speech)].join(
      '; ',
    ),
  }))
}

/** The answered fields of a group; unanswered ones are left out. */
const groupLines = (fields: readonly FormField[], answer: Answer, speech: DatedSpeech): AnswerLine[] =>
  fields
    .filter(({ name }) => answer[name] !== undefined)
    .map(field => ({ label: speech.t(field.label), words: inList(field, answer[field.name], speech) }))

/** All the pay of a period of work that was worked out from its rate. */
function workedOutPay(fields: readonly FormField[], period: WorkPeriod, speech: DatedSpeech): string[] {
  const field = fields.find(({ name }) => name === 'paidCents')
  const total = field && period.paidCents === undefined ? payTotal(period, speech.today) : null
  if (!field || !total) return []
  return [speech.t('check:question.errorOf', { field: speech.t(field.label), message: totalWords(total, speech.t, speech.language) })]
}

/** A value among others, with a label if it is a date or an amount, which would not explain itself. */
function inList(field: FormField, value: unknown, speech: DatedSpeech): string {
  const words = wordsOf(field, value, speech)
  const bare = ['date', 'dateOrOngoing', 'money', 'rate'].includes(field.kind)
  return bare ? speech.t('check:question.errorOf', { field: speech.t(field.label), message: words }) : words
}

function wordsOf(field: FormField, value: unknown, { t, language }: Pick<DatedSpeech, 't' | 'language'>): string {
  switch (field.kind) {
    case 'fixed':
      return wordsOf({ ...field, kind: field.as }, value, { t, language })
    case 'date':
    case 'dateOrOngoing':
      return value === 'ongoing' ? t('terms:ongoing') : formatDate(value as string, language)
    case 'hours':
      return hoursWords(value as Hours, t, language)
    case 'money':
      return formatMoney(value as number, language)
    case 'rate':
      return rateWords(value as Rate, t, language)
    case 'yesNo':
      return t(value === true ? 'terms:yes' : 'terms:no')
    case 'oneOf':
    case 'anyOf':
      return t(`${field.terms}.${value as string}`)
    case 'group':
      return addressLines(value as NonNullable<ClaimFile['victim']>['mailingAddress']).join(', ')
    default:
      return value as string
  }
}
