import { FORM_ANSWERS, findAnswer, valuesOf } from '#app/official-form/answers/index.ts'
import { SUBJECTS, type FormAnswer } from '#app/official-form/answers/form-answer.ts'
import { formatsOf } from '#app/official-form/answers/write-answer.ts'
import { BLANK_REASONS } from '#app/official-form/form-map.ts'
import { labelOf } from '#app/official-form/proposal/nearby.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { FORM_PATHS, type EditingVisit } from './editing.server.ts'
import { fieldsOnPage, type PageField } from './page-fields.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}
export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

/** One box of the page, as sentences and values. */
export interface FieldView {
  readonly control: string
  readonly number: number
  readonly label: string
  readonly value: string
  readonly kind: 'text' | 'tick'
  /** The choice of a format; `null` if there is only one way to write the answer. */
  readonly format: { readonly control: string; readonly label: string; readonly value: string; readonly choices: readonly Choice[] } | null
  /** Why the program proposed this answer; `null` if a person has chosen it. */
  readonly because: string | null
  /** Why the answer can't be changed; `null` if it can. */
  readonly fixed: string | null
  /** Words of the answer, shown in the picture. */
  readonly answer: string
  /** Place in the picture, in points from the upper left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The start page: the pages of the form, and how many fields are undecided on each. */
export interface StartView {
  readonly sentences: Readonly<Record<'title' | 'lede' | 'version' | 'pages' | 'download', string>>
  readonly mapPath: string
  readonly pages: readonly { readonly path: string; readonly label: string; readonly count: string; readonly undecided: string | null }[]
}

/** One page of the form, which a person checks and corrects. */
export interface FormPageView {
  readonly sentences: Readonly<Record<'title' | 'picture' | 'fields' | 'noFields' | 'save' | 'blank' | 'formatUsual', string>>
  readonly status: string | null
  readonly back: string
  readonly picturePath: string
  readonly width: number
  readonly height: number
  readonly version: number
  readonly fields: readonly FieldView[]
  /** The choices for a text field, and (`tickGroups`) for a box to tick. */
  readonly textGroups: readonly ChoiceGroup[]
  readonly tickGroups: readonly ChoiceGroup[]
  readonly blanks: readonly Choice[]
}

export function startView({ kept }: EditingVisit, language: LanguageCode): StartView {
  const t = getTranslate(language)
  const say = (key: string, params = {}) => t(`form:page.${key}`, params)
  return {
    sentences: {
      title: say('title'),
      lede: say('lede'),
      version: say('version', { version: kept.map.version }),
      pages: say('pages'),
      download: say('download'),
    },
    mapPath: FORM_PATHS.map,
    pages: kept.facts.pages.map((_, index) => {
      const fields = fieldsOnPage(kept, index + 1)
      const undecided = fields.filter(({ entry }) => entry.use === 'blank' && entry.why === 'undecided').length
      return {
        path: FORM_PATHS.page(index + 1),
        label: say('toPage', { page: index + 1 }),
        count: say('count', { number: fields.length }),
        undecided: undecided === 0 ? null : say('undecided', { number: undecided }),
      }
    }),
  }
}

/**
 * One page of the form.
 * @param done what the address says about the last save: `saved`, `nothing` or `conflict`
 */
export function formPageView(visit: EditingVisit, page: number, language: LanguageCode, done: string | null): FormPageView {
  const t = getTranslate(language)
  const say = (key: string, params = {}) => t(`form:page.${key}`, params)
  const { facts, map } = visit.kept
  const { width, height } = facts.pages[page - 1] ?? { width: 0, height: 0 }
  const status = ['saved', 'nothing', 'conflict'].find(name => name === done)
  return {
    sentences: {
      title: say('pageTitle', { page }),
      picture: say('picture', { page }),
      fields: say('fields'),
      noFields: say('noFields'),
      save: say('save'),
      blank: say('blank'),
      formatUsual: say('formatUsual'),
    },
    status: status === undefined ? null : say(status, { version: map.version }),
    back: FORM_PATHS.start,
    picturePath: FORM_PATHS.picture(page),
    width,
    height,
    version: map.version,
    fields: fieldsOnPage(visit.kept, page).map((field, index) => fieldView(field, index + 1, visit, t)),
    textGroups: groups(t, answer => [{ value: answer.id, label: fullNameOf(answer, t) }]),
    tickGroups: groups(t, answer =>
      valuesOf(answer).map(value => ({
        value: `${answer.id}=${value}`,
        label: say('equals', { answer: fullNameOf(answer, t), value: valueName(answer, value, t) }),
      })),
    ),
    blanks: BLANK_REASONS.map(why => ({ value: `blank:${why}`, label: t(`form:blank.${why}`) })),
  }
}

const nameOf = (answer: FormAnswer, t: Translate) => t(`form:answer.part.${answer.part}`)
const fullNameOf = (answer: FormAnswer, t: Translate) => `${t(`form:answer.subject.${answer.subject}`)}: ${nameOf(answer, t)}`
const valueName = (answer: FormAnswer, value: string, t: Translate) =>
  t(answer.choices ? `terms:${answer.choices.terms}.${value}` : `terms:${value}`)

function groups(t: Translate, choicesOf: (answer: FormAnswer) => readonly Choice[]): ChoiceGroup[] {
  return SUBJECTS.map(subject => ({
    label: t(`form:answer.subject.${subject}`),
    choices: FORM_ANSWERS.filter(answer => answer.subject === subject).flatMap(choicesOf),
  })).filter(group => group.choices.length > 0)
}

function fieldView(field: PageField, number: number, { kept }: EditingVisit, t: Translate): FieldView {
  const { facts, entry, box, option, control } = { facts: kept.facts, ...field }
  const label =
    (option === null ? field.field.tooltip : null) || labelOf(box, facts, option !== null) || field.field.tooltip || field.field.name
  const page = facts.pages[(box.page ?? 1) - 1]
  const { value, words } = current(field, t)
  return {
    control,
    number,
    label: option === null ? t('form:page.fillWith', { number, label }) : t('form:page.tickWhen', { number, option, label }),
    value,
    kind: option === null ? 'text' : 'tick',
    format: formatOf(field, number, t),
    because: becauseOf(entry, t),
    fixed: field.alwaysBlank ? t('form:page.always') : null,
    answer: words,
    x: box.x,
    y: (page?.height ?? 0) - box.y - box.height,
    width: box.width,
    height: box.height,
  }
}

/** The formats for the answer that the map has for a field now: a date or a telephone number has several. */
function formatOf({ control, entry }: PageField, number: number, t: Translate): FieldView['format'] {
  if (entry.use !== 'answer') return null
  const formats = formatsOf(findAnswer(entry.answer)?.kind ?? 'text')
  if (formats.length === 0) return null
  const choices = formats.map(format => ({ value: format, label: t(`form:format.${format}`) }))
  return { control: `w${control}`, label: t('form:page.format', { number }), value: entry.format ?? '', choices }
}

/** The chosen value of the list, as the map has it now, and its words for the picture. */
function current({ entry, option }: PageField, t: Translate): { readonly value: string; readonly words: string } {
  if (entry.use === 'blank') return { value: `blank:${entry.why}`, words: '' }
  if (entry.use === 'answer') {
    const answer = findAnswer(entry.answer)
    return { value: entry.answer, words: answer ? fullNameOf(answer, t) : '' }
  }
  const tick = entry.ticks.find(one => one.option === option)
  const answer = tick && findAnswer(tick.answer)
  // A box without a tick is left blank on purpose, because other boxes of the field have an answer.
  return tick && answer
    ? { value: `${tick.answer}=${tick.equals}`, words: valueName(answer, tick.equals, t) }
    : { value: 'blank:not-asked', words: '' }
}

function becauseOf(entry: PageField['entry'], t: Translate): string | null {
  if (entry.use === 'blank' || entry.basis.by === 'person') return null
  const { by, words, confidence } = entry.basis
  return `${t('form:page.because', { basis: t(`form:basis.${by}`), words })} (${t('form:page.sure', { percent: Math.round(confidence * 100) })})`
}
