import { formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { PAY_PER } from '#machines/answers/claim-file.ts'
import { isPartialDate } from '#machines/calendar/day.ts'
import type { BoxView, DateView, EntryView, FieldView, FoldView } from './field-view.ts'
import { fieldId, type ChoiceField, type FormField, type GroupField, type LeafField, type ListField } from './form-field.server.ts'
import { isOn, NONE, noneName, ongoingName, textOf, withoutStaleNone, type FormProblem, type FormValues } from './form-values.ts'
import { entryCount } from './list-entries.server.ts'
import { isLikePhone, keptName } from './typed-phone.ts'
import { codeText } from './typed-text.ts'
import { understoodWords, type Understood } from './understood.server.ts'

/** Sentences, values and problems with which the fields of one page are shown. */
export interface Showing {
  readonly speech: {
    readonly language: LanguageCode
    readonly t: Translate
    /** A sentence that some fields do not have, such as a hint. */
    readonly find: (key: string) => string | undefined
  }
  readonly values: FormValues
  readonly problems: readonly FormProblem[]
  /** Figures that were worked out from the values. */
  readonly understood?: readonly Understood[]
}

/** Width of the control for one line of text, and the keyboard that a phone offers for it. */
const LINES = {
  text: { size: 'full', inputMode: 'text' },
  short: { size: 'short', inputMode: 'text' },
  code: { size: 'full', inputMode: 'text' },
  zip: { size: 'short', inputMode: 'numeric' },
  phone: { size: 'medium', inputMode: 'tel' },
  email: { size: 'full', inputMode: 'email' },
} as const
const ROWS = { note: 4, story: 10 } as const
/** Most choices that are shown as radio buttons; more are shown as a list that opens. */
const MOST_RADIOS = 6

/** The fields of a page, filled in, each with its problem. */
export function fieldViews(showing: Showing, fields: readonly FormField[]): FieldView[] {
  const alone = fields.length === 1
  return fields.map(field => ({ ...fieldView(showing, field, fieldId('', field)), ...(alone && { hideLabel: !isWritten(field) }) }))
}

/** Whether a person writes into a field. Such a field shows its label even if the page's heading asks the same. */
const isWritten = ({ kind }: FormField) => kind in LINES || ['note', 'story', 'date'].includes(kind)

const errorOf = ({ speech, problems }: Showing, id: string): string | undefined => {
  const key = problems.find(({ field }) => field === id)?.key
  return key && speech.t(key)
}

const box = (showing: Showing, id: string, key: string): BoxView => ({
  id,
  label: showing.speech.t(key),
  hint: showing.speech.find(`${key}Hint`),
  error: errorOf(showing, id),
  on: isOn(showing.values, id),
})

function fieldView(showing: Showing, field: FormField, id: string): FieldView {
  const { speech, values } = showing
  const shown = shownAt(showing, field, id)
  switch (field.kind) {
    case 'fixed':
      return { kind: 'fixed', id, value: textOf(values, id) }
    case 'note':
    case 'story':
      return { ...shown, kind: 'textarea', value: values[id]?.[0] ?? '', rows: ROWS[field.kind] }
    case 'date':
    case 'dateOrOngoing':
      return dateView(showing, field, id)
    case 'hours':
      return hoursView(showing, field, id, shown)
    case 'money':
      return {
        ...shown,
        kind: 'text',
        value: textOf(values, id),
        size: 'medium',
        inputMode: 'decimal',
        hint: [speech.t('claim:form.dollars'), shown.hint].filter(Boolean).join(' '),
      }
    case 'rate':
      return rateView(showing, id, shown)
    case 'yesNo':
      return {
        ...shown,
        kind: 'radio',
        options: [
          { value: 'yes', label: speech.t('terms:yes') },
          { value: 'no', label: speech.t('terms:no') },
          { value: '', label: speech.t('claim:form.notSure') },
        ],
        chosen: values[id] ?? [],
      }
    case 'oneOf':
    case 'anyOf':
      return { ...shown, ...choices(showing, field, id) }
    case 'phone':
      return {
        ...shown,
        kind: 'text',
        value: textOf(values, id),
        ...LINES.phone,
        keep: isAsked(values, id) ? box(showing, keptName(id), 'claim:form.phoneKept') : undefined,
      }
    case 'group':
      return groupView(showing, field, id, shown)
    case 'list':
      return listView(showing, field, id, shown)
    default:
      return { ...shown, kind: 'text', value: textOf(values, id), ...LINES[field.kind] }
  }
}

/** Whether a field for a telephone number holds something else, which the person may keep. */
const isAsked = (values: FormValues, id: string) => textOf(values, id) !== '' && !isLikePhone(codeText(textOf(values, id)))

type Shown = Pick<Exclude<FieldView, { kind: 'fixed' }>, 'id' | 'label' | 'hint' | 'understood' | 'error'>

const shownAt = (showing: Showing, { label, hint }: FormField, id: string): Shown => ({
  id,
  label: showing.speech.t(label),
  hint: showing.speech.find(hint),
  understood: understoodAt(showing, id),
  error: errorOf(showing, id),
})

function understoodAt({ speech, understood = [] }: Showing, id: string): string | undefined {
  const found = understood.find(({ field }) => field === id)
  return found && understoodWords(found, speech)
}

/** A date by its parts. The error of a part stands at the date. */
export function dateView(showing: Showing, field: LeafField, id: string): DateView {
  const parts = ['year', 'month', 'day'] as const
  const wrong = parts.find(part => errorOf(showing, `${id}-${part}`) !== undefined)
  const [year, month, day] = parts.map(part => textOf(showing.values, `${id}-${part}`)) as [string, string, string]
  return {
    ...shownAt(showing, field, id),
    kind: 'date',
    year,
    month,
    day: field.withoutDay ? undefined : day,
    wrong,
    error: wrong && errorOf(showing, `${id}-${wrong}`),
    ongoing: field.kind === 'dateOrOngoing' ? box(showing, ongoingName(id), 'check:dates.ongoing') : undefined,
  }
}

function hoursView(showing: Showing, { low }: LeafField, id: string, shown: Shown): FieldView {
  const { t } = showing.speech
  const input = (end: 'low' | 'high', label: string, hint?: string) =>
    ({
      kind: 'text',
      id: `${id}-${end}`,
      label,
      hint,
      error: errorOf(showing, `${id}-${end}`),
      value: textOf(showing.values, `${id}-${end}`),
      size: 'medium',
      inputMode: 'text',
    }) as const
  // The claim's hint says that a range may be written in the one field.
  if (low === undefined && textOf(showing.values, `${id}-high`) === '' && errorOf(showing, `${id}-high`) === undefined) {
    const alone = input('low', shown.label, shown.hint)
    return { ...alone, understood: shown.understood, error: alone.error ?? shown.error }
  }
  return {
    ...shown,
    kind: 'group',
    fields: [input('low', t(low ?? 'claim:form.hoursLow')), input('high', t('check:hours.high'), t('check:hours.highHint'))],
  }
}

function rateView(showing: Showing, id: string, shown: Shown): FieldView {
  const { t } = showing.speech
  const part = (name: 'amount' | 'per' | 'times', hint?: string) => ({
    id: `${id}-${name}`,
    label: t(`claim:rate.${name}`),
    hint,
    error: errorOf(showing, `${id}-${name}`),
  })
  const input = (name: 'amount' | 'times', hint?: string) =>
    ({ ...part(name, hint), kind: 'text', value: textOf(showing.values, `${id}-${name}`), size: 'medium', inputMode: 'text' }) as const
  const per = {
    ...part('per'),
    kind: 'select',
    options: PAY_PER.map(value => ({ value, label: t(`claim:rate.each.${value}`) })),
    chosen: showing.values[`${id}-per`] ?? [],
  } as const
  return { ...shown, kind: 'group', fields: [input('amount', t('claim:form.dollars')), per, input('times', t('claim:rate.timesHint'))] }
}

function choices({ speech, values }: Showing, { kind, terms, values: offered, none, noneLabel }: ChoiceField, id: string) {
  const options = offered.map(value => ({ value, label: speech.t(`${terms}.${value}`) }))
  const chosen = values[id] ?? []
  if (kind === 'oneOf') return { kind: offered.length > MOST_RADIOS ? ('select' as const) : ('radio' as const), options, chosen }
  return {
    kind: 'checkbox' as const,
    none: none ? NONE : undefined,
    options: none ? [...options, { value: NONE, label: speech.t(noneLabel) }] : options,
    chosen: none ? withoutStaleNone(chosen) : chosen,
  }
}

function groupView(showing: Showing, field: GroupField, id: string, shown: Shown): FieldView {
  const fields = field.fields.map(each => fieldView(showing, each, fieldId(id, each)))
  return { ...shown, kind: 'group', fields, none: field.none ? box(showing, noneName(id), `claim:none.${field.name}`) : undefined }
}

function listView(showing: Showing, field: ListField, id: string, shown: Shown): FieldView {
  const { speech, values } = showing
  const written = entryCount(values, id)
  // A list without entries starts with a blank one to write into.
  const count = Math.max(written, field.open ? 1 : 0)
  return {
    ...shown,
    kind: 'list',
    entries: Array.from({ length: count }, (_, index) => entryView(showing, field, id, index, written > 0)),
    add: field.open ? { intent: `add:${id}`, label: speech.t(`claim:lists.${id}.add`) } : undefined,
    none: field.none ? box(showing, noneName(id), `claim:none.${field.name}`) : undefined,
  }
}

function entryView(showing: Showing, { name, entry, open }: ListField, list: string, index: number, removable: boolean): EntryView {
  const { speech } = showing
  const id = `${list}.${index}`
  const title = open ? speech.t(`claim:lists.${name}.entry`, { number: index + 1 }) : workTitle(showing, id, index)
  // What helps to fill in one entry is said in the first.
  const hinted = (field: FieldView): FieldView => (index > 0 ? withoutHints(field) : field)
  const ownFields = entry.kind === 'group' ? entry.fields : [entry]
  const shown = ownFields.length - (entry.kind === 'group' ? entry.folded : 0)
  const fields = ownFields.slice(0, shown).map(field => hinted(fieldView(showing, field, fieldId(id, field))))
  return {
    id,
    title,
    fields: entry.kind === 'group' ? fields : fields.map(field => ({ ...field, label: title, hint: undefined })),
    fold: entry.kind === 'group' && entry.folded > 0 ? foldView(showing, entry, id, entry.fields.slice(shown)) : undefined,
    remove: open && removable ? { intent: `remove:${id}`, label: speech.t('claim:lists.remove', { entry: title }) } : undefined,
  }
}

function withoutHints(field: FieldView): FieldView {
  if (field.kind === 'fixed') return field
  const plain = { ...field, hint: undefined }
  return plain.kind === 'date' ? { ...plain, ongoing: plain.ongoing && { ...plain.ongoing, hint: undefined } } : plain
}

function foldView(showing: Showing, { fold }: GroupField, id: string, fields: readonly FormField[]): FoldView {
  const { speech, values, problems, understood = [] } = showing
  const written = Object.keys(values).filter(name => textOf(values, name) !== '')
  const named = [...written, ...[...problems, ...understood].map(({ field }) => field)]
  const ids = fields.map(field => fieldId(id, field))
  return {
    title: speech.t(fold),
    fields: fields.map((field, index) => fieldView(showing, field, ids[index] ?? id)),
    open: named.some(name => ids.some(each => name === each || name.startsWith(`${each}-`))),
  }
}

/** The title of a period of work, with the kind and the dates that its own page gave it. */
function workTitle({ speech, values }: Showing, id: string, index: number): string {
  const { t, language } = speech
  const word = (part: string) => {
    const date = textOf(values, `${id}.${part}`)
    // The form sends the value back, so a forged one may not be a date.
    return date === 'ongoing' ? t('terms:ongoing') : isPartialDate(date) ? formatDate(date, language) : '?'
  }
  const kind = textOf(values, `${id}.kind`) || t('claim:lists.periods.entry', { number: index + 1 })
  return t('claim:lists.sizes.entry', { kind, from: word('from'), to: word('to') })
}
