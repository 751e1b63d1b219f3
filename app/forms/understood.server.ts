import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { payTotal, type PayTotal } from '#machines/rules/pay-total.ts'
import type { FieldView } from './field-view.ts'
import { fieldId, type FormField, type GroupField } from './form-field.server.ts'
import { readFields } from './form-to-answer.server.ts'
import type { FormValues } from './form-values.ts'
import { hoursWords } from './hours-words.ts'
import { entryCount } from './list-entries.server.ts'
import { rateWords, totalWords } from './rate-words.ts'
import { withLabel } from './told-problem.ts'
import { areWorkedOut, readHours, type Hours } from './typed-hours.ts'
import type { Rate } from './typed-rate.ts'
import type { UnderstoodView } from './understood-notice.tsx'

/** A figure that was worked out from what a form holds. The person sees it before it is saved, and can correct what it was made of. */
export interface Understood {
  /** Id of the field that shows the figure. */
  readonly field: string
  /** Id of the control to correct. */
  readonly control: string
  readonly figure: { readonly hours: Hours } | Pay
}

/** A rate of pay and what it makes of a period; `null` where that cannot be worked out yet. */
interface Pay {
  readonly rate: Rate
  readonly total: PayTotal | null
}

const ignore = () => {}

/**
 * The figures that were worked out from what a form holds, in the order of its fields.
 * @param today the end of a period of work that goes on
 */
export const understoodFrom = (fields: readonly FormField[], values: FormValues, today: Day, parent = ''): Understood[] =>
  fields.flatMap(field => understoodOf(field, values, today, fieldId(parent, field)))

function understoodOf(field: FormField, values: FormValues, today: Day, id: string): Understood[] {
  switch (field.kind) {
    case 'hours': {
      const hours = areWorkedOut(values, id) ? readHours(values, id, ignore) : undefined
      return hours === undefined ? [] : [{ field: id, control: `${id}-low`, figure: { hours } }]
    }
    case 'group':
      return [...understoodFrom(field.fields, values, today, id), ...understoodPay(field, values, today, id)]
    case 'list':
      return Array.from({ length: entryCount(values, id) }, (_, index) => understoodOf(field.entry, values, today, `${id}.${index}`)).flat()
    default:
      return []
  }
}

/** What the rate of a period of work makes, where the person did not write all the pay. */
function understoodPay({ fields }: GroupField, values: FormValues, today: Day, id: string): Understood[] {
  const total = fields.find(({ name }) => name === 'paidCents')
  if (!total || !fields.some(({ kind }) => kind === 'rate')) return []
  const period = readFields(fields, id, values, ignore) as WorkPeriod
  const { pay, paidCents } = period
  if (!pay || pay.amountCents === 0 || paidCents !== undefined) return []
  const field = fieldId(id, total)
  return [{ field, control: field, figure: { rate: pay, total: payTotal(period, today) } }]
}

/** Whether a form holds figures that its page has not shown yet. */
export const isUnseen = (understood: readonly Understood[], shown: string): boolean =>
  understood.length > 0 && shownMark(understood) !== shown

const shownMark = (understood: readonly Understood[]) => (understood.length > 0 ? fingerprint(understood) : '')

interface Speech {
  readonly t: Translate
  readonly language: LanguageCode
}

/** The sentence about a figure that was worked out. */
export function understoodWords({ figure }: Understood, { t, language }: Speech): string {
  if ('hours' in figure) return t('claim:understood.hours', { hours: hoursWords(figure.hours, t, language) })
  const rate = rateWords(figure.rate, t, language)
  return figure.total
    ? t('claim:understood.pay', { rate, total: totalWords(figure.total, t, language) })
    : t('claim:understood.payOpen', { rate })
}

/** What a page shows of the figures: at each field, and above the form if it came back to show them. */
export function understoodView(
  understood: readonly Understood[],
  views: readonly FieldView[],
  speech: Speech,
  cameBack: boolean,
): UnderstoodView {
  const lines = understood.map(each => ({
    fieldId: each.control,
    message: withLabel(views, each.field, understoodWords(each, speech), speech.t),
  }))
  const notice = cameBack && lines.length > 0 ? { title: speech.t('claim:understood.title'), lines } : undefined
  return { shown: shownMark(understood), notice }
}
