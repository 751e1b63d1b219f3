import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { formatMonths } from '#app/i18n/months.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Question } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { readAnswers, readEntry } from '#machines/claim/answers.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { walkClaim } from '#machines/claim/walk.ts'
import { placeOf, setAsidePages } from './claim-page.server.ts'
import { fieldViews } from '#app/forms/field-view.server.ts'
import type { FieldView } from '#app/forms/field-view.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormProblem, FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/components/error-summary.tsx'
import { toldProblem } from '#app/forms/told-problem.ts'
import type { UnderstoodView } from '#app/forms/understood-notice.tsx'
import { understoodFrom, understoodView } from '#app/forms/understood.server.ts'
import type { MadeFrom } from './sent-answer.server.ts'
import { noWordsView, type NoWords } from '../return/no-words.server.ts'
import { sectionsView, type SectionView } from '../sections-view.server.ts'
import { isFromReview, pathOf, PATHS, type AnswerVisit } from '../visit.server.ts'

/** The page of one question as ready sentences, so that the browser needs no file of sentences. */
export interface QuestionView {
  readonly id: QuestionId
  /** The sentence about the page's place among the pages; absent if the claim could not be read. */
  readonly step: string | undefined
  /** How far each section is; none if the claim could not be read. */
  readonly sections: readonly SectionView[]
  readonly title: string
  readonly why: string
  readonly help: string
  /** Points that belong to the help. */
  readonly points: readonly string[]
  /** Whether the help stands open above the form. */
  readonly readFirst: boolean
  /** The sentence about what it means to skip the page; absent if the page may not be skipped. */
  readonly skipped: string | undefined
  /** The button that leaves the page to an advocate. */
  readonly toAdvocate: string
  /** The sentence about whose answers these are, if a person fills the claim in for the victim. */
  readonly voice: string | undefined
  readonly back: string
  /** Address to which the form is sent. */
  readonly action: string
  readonly fields: readonly FieldView[]
  readonly months: readonly string[]
  readonly errors: readonly FieldError[]
  readonly understood: UnderstoodView
  /** Fingerprint of the entry that the form was made from; the form sends it back. */
  readonly seen: string
  /** The fields as the form was made, as JSON, to find out later which window changed what. */
  readonly base: string
  /** Whether an answer is saved, which skipping the page would remove. */
  readonly answered: boolean
  readonly left: string | undefined
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  readonly hasPhrase: boolean
  /** The notice about what a pause would lose; `null` if nothing would be lost. */
  readonly noWords: NoWords | null
  /** Titles of pages whose answers are set aside because the last change closed the pages. */
  readonly kept: readonly string[]
  /** Whether the form holds what was typed and is not saved. */
  readonly unsaved: boolean
  /** Id of the control that takes the focus when the form comes back. */
  readonly focus: string | undefined
}

/** A form that comes back: with problems, or with one entry more or less. */
export interface SentForm {
  readonly values: FormValues
  readonly problems: readonly FormProblem[]
  /** What the form was first made from. It stays the same, so that a change by another window does not count as seen. */
  readonly madeFrom: MadeFrom
  readonly focus?: string | undefined
}

/** Options in the address of a page: where it was opened from, and what has just happened. Neither is personal. */
export interface PageOptions {
  readonly fromReview: boolean
  readonly kept: boolean
}

export function readPageOptions(request: Request): PageOptions {
  const { searchParams } = new URL(request.url)
  return { fromReview: isFromReview(searchParams), kept: searchParams.has('kept') }
}

/** The page of a question, filled in with the saved answer or with the form that was just sent. */
export function questionView(visit: AnswerVisit, id: QuestionId, options: PageOptions, sent?: SentForm): QuestionView {
  const { draft, speech, today } = visit
  const question = getQuestion(id)
  const { section, number, of, before } = placeOf(draft.answers, today, id)
  const { t } = speech
  const fields = formFields(question)
  const problems = sent?.problems ?? []
  const entry = draft.answers[id]
  const saved = answerToForm(fields, shownAnswer(visit, question))
  const values = sent?.values ?? saved
  const understood = understoodFrom(fields, values, today)
  const views = fieldViews({ speech, values, problems, understood }, fields)
  return {
    id,
    step: t('claim:form.step', { section: t(`claim:sections.${section}`), number, of }),
    sections: sectionsView(claimProgress(draft.answers, today), t, section),
    title: t(`claim:questions.${id}.title`),
    why: t(`claim:questions.${id}.why`),
    help: t(`claim:questions.${id}.help`),
    points: (question.points ?? []).map(point => t(`claim:questions.${id}.points.${point}`)),
    readFirst: question.readFirst === true,
    skipped: question.mayLeaveOpen ? t(`claim:questions.${id}.skipped`) : undefined,
    toAdvocate: t('flow:question.advocate'),
    voice: speech.filer && speech.filer !== 'victim' && id !== 'filer' ? t(`claim:voice.${speech.filer}`) : undefined,
    back: options.fromReview ? PATHS.review : before ? pathOf(before) : PATHS.tasks,
    action: pathOf(id, options.fromReview),
    fields: views,
    months: formatMonths(speech.language),
    errors: problems.map(problem => toldProblem(views, problem, t)),
    understood: understoodView(understood, views, speech, sent !== undefined && problems.length === 0),
    seen: sent?.madeFrom.seen ?? fingerprint(entry),
    base: JSON.stringify(sent?.madeFrom.base ?? saved),
    answered: entry !== undefined && 'value' in entry,
    left: entry && 'left' in entry ? t(`terms:leftOpen.${entry.left}`) : undefined,
    changeLine: changeLine(t, draft.status),
    hasPhrase: draft.hasPhrase,
    noWords: noWordsView(visit),
    kept: options.kept ? setAsidePages(draft.answers, today).map(page => t(`claim:questions.${page}.title`)) : [],
    unsaved: sent !== undefined,
    focus: sent?.focus,
  }
}

/** The saved answer. A page about the entries of another page starts with those entries. */
export function shownAnswer({ draft, today }: AnswerVisit, question: Question<QuestionId>) {
  if (question.id !== 'employer-size') {
    const stored = draft.answers[question.id]
    const entry = stored && readEntry(question.id, stored, today)
    return entry && 'value' in entry ? entry.value : {}
  }
  // The claim holds each size at its period, so periods that were added or removed since are right, too.
  const { claim } = walkClaim(readAnswers(draft.answers, today), today)
  return { sizes: claim.work?.map(({ from, to, kind, employerSize }) => ({ from, to, kind, employerSize })) }
}
