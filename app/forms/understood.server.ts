import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { FieldView } from './field-view.ts'
import { fieldId, type FormField } from './form-field.server.ts'
import type { FormValues } from './form-values.ts'
import { hoursWords } from './hours-words.ts'
import { entryCount } from './list-entries.server.ts'
import { withLabel } from './told-problem.ts'
import { areWorkedOut, readHours, type Hours } from './typed-hours.ts'
import type { UnderstoodView } from './understood-notice.tsx'

/** A figure that was worked out from what a form holds. The person sees it before it is saved, and can correct what it was made of. */
export interface Understood {
  /** Id of the field that shows the figure. */
  readonly field: string
  /** Id of the control to correct. */
  readonly control: string
  readonly hours: Hours
}

const ignore = () => {}

/** The figures that were worked out from what a form holds, in the order of its fields. */
export const understoodFrom = (fields: readonly FormField[], values: FormValues, parent = ''): Understood[] =>
  fields.flatMap(field => understoodOf(field, values, fieldId(parent, field)))

function understoodOf(field: FormField, values: FormValues, id: string): Understood[] {
  switch (field.kind) {
    case 'hours': {
      const hours = areWorkedOut(values, id) ? readHours(values, id, ignore) : undefined
      return hours === undefined ? [] : [{ field: id, control: `${id}-low`, hours }]
    }
    case 'group':
      return understoodFrom(field.fields, values, id)
    case 'list':
      return Array.from({ length: entryCount(values, id) }, (_, index) => understoodOf(field.entry, values, `${id}.${index}`)).flat()
    default:
      return []
  }
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
export const understoodWords = ({ hours }: Understood, { t, language }: Speech): string =>
  t('claim:understood.hours', { hours: hoursWords(hours, t, language) })

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
