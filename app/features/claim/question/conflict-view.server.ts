import type { FieldError } from '#app/components/error-summary.tsx'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { answeredWords, entryLines, type AnswerLine } from './answer-words.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { KEEP, keepName } from './keep-side.ts'
import type { PageOptions } from './question-view.server.ts'
import type { AskedField, ReadAnswer } from './read-answer.server.ts'
import type { Speech } from '../speech.server.ts'
import { pathOf, type AnswerVisit } from '../visit.server.ts'

/** Sentences of the page. They come with it, not in a file for all pages, because few people ever see it. */
const WORDS = ['title', 'text', 'keepChosen', 'allMine', 'allSaved'] as const

/** One of the two answers, if there is only one field to choose for. */
interface SideView {
  readonly title: string
  readonly lines: readonly AnswerLine[]
  /** Intent of the button that keeps this answer. */
  readonly intent: string
  readonly label: string
}

/** A field that both windows changed, if there are several. */
interface AskedView {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

/** A page that two windows changed: the fields that both changed, and the form that says which answers stay. */
export interface ConflictView {
  readonly words: Readonly<Record<(typeof WORDS)[number], string>>
  readonly title: string
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  /** This window's answer and the saved one, if there is only one field to choose for; otherwise `null`. */
  readonly only: readonly [mine: SideView, saved: SideView] | null
  /** The fields to choose for, one by one; empty if there is only one. */
  readonly asked: readonly AskedView[]
  readonly errors: readonly FieldError[]
  readonly action: string
  /** Hidden fields that the form sends beside the choice. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly keep: typeof KEEP
}

type Dated = Pick<AnswerVisit, 'speech' | 'today'>
type Conflict = Extract<ReadAnswer, { readonly kind: 'asks' | 'leaves' }>

/** The page about a conflict. Its form is made from what is saved now, so a second press decides about what the page shows. */
export function conflictView(
  { speech, draft, today }: AnswerVisit,
  id: QuestionId,
  { fromReview }: PageOptions,
  conflict: Conflict,
): ConflictView {
  const { t } = speech
  const stored = draft.answers[id]
  const fields: ConflictView['fields'] = [
    ...formTexts(conflict.kind === 'asks' ? conflict.values : conflict.saved),
    ['seen', fingerprint(stored)],
    ['base', JSON.stringify(conflict.saved)],
    ...(conflict.kind === 'asks' ? conflict.asked.map(({ field }) => ['asked', field] as const) : []),
  ]
  const sides = (mine: readonly AnswerLine[], saved: readonly AnswerLine[], keepMine: string): ConflictView['only'] => [
    { title: t('claim:conflict.mine'), lines: mine, intent: keepMine, label: t('claim:conflict.keepMine') },
    { title: t('claim:conflict.saved'), lines: saved, intent: KEEP.saved, label: t('claim:conflict.keepSaved') },
  ]
  const [first, ...others] = conflict.kind === 'asks' ? conflict.asked : []
  const only =
    conflict.kind === 'leaves'
      ? sides(entryLines(id, conflict.left, { speech, today }), entryLines(id, stored, { speech, today }), conflict.intent)
      : first && others.length === 0
        ? sides(labelled(id, first, first.mine, { speech, today }), labelled(id, first, first.saved, { speech, today }), KEEP.mine)
        : null
  const asked =
    only || conflict.kind === 'leaves' ? [] : conflict.asked.map(field => askedView(id, field, conflict.unchosen, { speech, today }))
  return {
    words: Object.fromEntries(WORDS.map(word => [word, t(`claim:conflict.${word}`)])) as ConflictView['words'],
    title: t(`claim:questions.${id}.title`),
    changeLine: changeLine(t, draft.status),
    only,
    asked,
    errors: asked.flatMap(({ name, label, error }) =>
      error ? [{ fieldId: name, message: t('check:question.errorOf', { field: label, message: error }) }] : [],
    ),
    action: pathOf(id, fromReview),
    fields,
    keep: KEEP,
  }
}

const labelOf = (id: QuestionId, { field }: AskedField, { t }: Speech) => t(`claim:questions.${id}.fields.${field}.label`)

/** A field in words, with its label unless the page's title says it already. */
function labelled(id: QuestionId, asked: AskedField, answer: Answer, visit: Dated): AnswerLine[] {
  const label = Object.keys(getQuestion(id).fields).length > 1 ? labelOf(id, asked, visit.speech) : undefined
  return answeredWords(id, asked.field, answer, visit).map((line, index) => (index === 0 ? { ...line, label: line.label ?? label } : line))
}

function askedView(id: QuestionId, asked: AskedField, unchosen: boolean, visit: Dated): AskedView {
  const { t } = visit.speech
  const option = (value: 'mine' | 'saved') => ({
    value,
    label: t(`claim:conflict.${value}`),
    hint: answeredWords(id, asked.field, asked[value], visit)
      .map(({ label, words }) => (label ? t('check:question.errorOf', { field: label, message: words }) : words))
      .join('\n'),
  })
  return {
    name: keepName(asked.field),
    label: labelOf(id, asked, visit.speech),
    options: [option('mine'), option('saved')],
    chosen: asked.chosen ? [asked.chosen] : [],
    error: unchosen && !asked.chosen ? t('claim:conflict.choose') : undefined,
  }
}

const formTexts = (values: FormValues) => Object.entries(values).flatMap(([name, texts]) => texts.map(text => [name, text] as const))
