import { changeLine } from '#app/features/life/change-line.ts'
import { formatMonths } from '#app/i18n/months.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Question } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { readAnswers } from '#machines/claim/answers.ts'
import { walkClaim } from '#machines/claim/walk.ts'
import { applicablePages, placeOf, setAsidePages } from './claim-page.server.ts'
import { fieldViews } from '#app/forms/field-view.server.ts'
import type { FieldView } from '#app/forms/field-view.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormProblem, FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/components/error-summary.tsx'
import { toldProblem } from '#app/forms/told-problem.ts'
import type { MadeFrom } from './sent-answer.server.ts'
import { noWordsView, type NoWords } from '../return/no-words.server.ts'
import { pathOf, PATHS, type AnswerVisit } from '../visit.server.ts'

/** What the page of one question shows: ready sentences, so that the browser needs no file of them. */
export interface QuestionView {
  readonly id: QuestionId
  /** Its place among the pages; absent where the claim could not be read. */
  readonly step: string | undefined
  readonly title: string
  readonly why: string
  readonly help: string
  /** The help stands open above the form. */
  readonly readFirst: boolean
  /** What leaving the page open means; absent where it may not be left open. */
  readonly skipped: string | undefined
  /** Whose answers these are, where that is not plain. */
  readonly voice: string | undefined
  readonly back: string
  /** Address that the form is sent to. */
  readonly action: string
  readonly fields: readonly FieldView[]
  readonly months: readonly string[]
  readonly errors: readonly FieldError[]
  /** What the form was made from; it goes back with the form. */
  readonly seen: string
  /** The fields as they were then, to find out later which window changed what. */
  readonly base: string
  /** Whether an answer is kept, which leaving the page open would take away. */
  readonly answered: boolean
  readonly left: string | undefined
  /** What a change would end in the life of the claim, or has ended. */
  readonly life: string | undefined
  readonly hasPhrase: boolean
  /** What a pause would lose; `null` where nothing. */
  readonly noWords: NoWords | null
  /** Titles of pages whose answers wait because the last change closed them. */
  readonly kept: readonly string[]
  /** Changes whenever the form must be drawn anew. */
  readonly draw: string
  /** Control that takes the focus when the form is drawn anew. */
  readonly focus: string | undefined
}

/** What was sent and comes back: with problems, or with an entry more or less. */
export interface SentForm {
  readonly values: FormValues
  readonly problems: readonly FormProblem[]
  /** What the form was made from: it stays, so that what another window saved meanwhile is not taken for seen. */
  readonly madeFrom: MadeFrom
  readonly focus?: string | undefined
}

/** Where a page was opened from and what has just happened; both from the address, and neither says anything personal. */
export interface PageOptions {
  readonly fromReview: boolean
  readonly kept: boolean
}

export function readPageOptions(request: Request): PageOptions {
  const { searchParams } = new URL(request.url)
  return { fromReview: searchParams.get('from') === 'review', kept: searchParams.has('kept') }
}

/** The page of a question, filled with what was answered before or with what was just sent. */
export function questionView(visit: AnswerVisit, id: QuestionId, options: PageOptions, sent?: SentForm): QuestionView {
  const { draft, speech, today } = visit
  const question = getQuestion(id)
  const { section, number, of, before } = placeOf(applicablePages(draft.answers, today), id)
  const { t } = speech
  const fields = formFields(question)
  const problems = sent?.problems ?? []
  const entry = draft.answers[id]
  const saved = answerToForm(fields, shownAnswer(visit, question))
  const values = sent?.values ?? saved
  const views = fieldViews({ speech, values, problems }, fields)
  return {
    id,
    step: t('claim:form.step', { section: t(`claim:sections.${section}`), number, of }),
    title: t(`claim:questions.${id}.title`),
    why: t(`claim:questions.${id}.why`),
    help: t(`claim:questions.${id}.help`),
    readFirst: question.readFirst === true,
    skipped: question.mayLeaveOpen ? t(`claim:questions.${id}.skipped`) : undefined,
    voice: speech.filer && speech.filer !== 'victim' && id !== 'filer' ? t(`claim:voice.${speech.filer}`) : undefined,
    back: options.fromReview ? PATHS.review : before ? pathOf(before) : PATHS.tasks,
    action: `${pathOf(id)}${options.fromReview ? '?from=review' : ''}`,
    fields: views,
    months: formatMonths(speech.language),
    errors: problems.map(problem => toldProblem(views, problem, t)),
    seen: sent?.madeFrom.seen ?? fingerprint(entry),
    base: JSON.stringify(sent?.madeFrom.base ?? saved),
    answered: entry !== undefined && 'value' in entry,
    left: entry && 'left' in entry ? t(`terms:leftOpen.${entry.left}`) : undefined,
    life: changeLine(t, draft.status),
    hasPhrase: draft.hasPhrase,
    noWords: noWordsView(visit),
    kept: options.kept ? setAsidePages(draft.answers, today).map(page => t(`claim:questions.${page}.title`)) : [],
    draw: fingerprint([id, entry, sent]),
    focus: sent?.focus,
  }
}

/** The answer as kept; a page about entries of another page starts with those entries. */
export function shownAnswer({ draft, today }: AnswerVisit, question: Question<QuestionId>) {
  const read = readAnswers(draft.answers, today)
  const entry = read[question.id]
  if (question.id !== 'employer-size') return entry && 'value' in entry ? entry.value : {}
  // The claim has each size at its period, so periods that are new or gone since are right, too.
  const { claim } = walkClaim(read, today)
  return { sizes: claim.work?.map(({ from, to, kind, employerSize }) => ({ from, to, kind, employerSize })) }
}
