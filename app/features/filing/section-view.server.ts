import { casePath } from '#app/auth/case-visit.server.ts'
import type { AroundSection } from '#app/data/cases/index.server.ts'
import { fieldViews } from '#app/forms/field-view.server.ts'
import type { FieldView } from '#app/forms/field-view.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import { understoodFrom } from '#app/forms/understood.server.ts'
import type { FormProblem, FormValues } from '#app/forms/form-values.ts'
import { shownAnswer } from '#app/features/claim/question/question-view.server.ts'
import type { CaseVisit } from '#app/features/casefile/open-case.server.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { formatMonths } from '#app/i18n/months.ts'
import { getQuestion, QUESTION_IDS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { SectionId } from '#machines/answers/sections.ts'
import { applicablePages, setAsidePages } from '#app/features/claim/question/claim-page.server.ts'
import { isOwnWords } from '#machines/claim/authors.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { prefixed, prefixedView } from './prefix.ts'

/** One question in the form of its section. */
export interface PreparedPage {
  readonly id: QuestionId
  readonly title: string
  readonly help: string
  readonly points: readonly string[]
  readonly readFirst: boolean
  readonly fields: readonly FieldView[]
  /** The fields as the form was made, as JSON, to find out later who changed what. */
  readonly base: string
  readonly state: 'answered' | 'left-open' | 'unanswered'
  /** How the page is left open now, or blank; `null` if it may not be left open. */
  readonly left: string | null
  readonly byStaff: boolean
  /** Whether a change is suggested to the survivor instead of saved, because the answer is in their own words. */
  readonly suggests: boolean
  /** Fields that another person changed in the meantime, with both answers. */
  readonly conflicts: readonly { readonly field: string; readonly label: string; readonly saved: string; readonly mine: string }[]
}

export interface SectionView {
  readonly number: number
  readonly section: SectionId
  readonly title: string
  readonly sections: readonly {
    readonly id: SectionId
    readonly title: string
    readonly path: string
    readonly open: number
    readonly now: boolean
  }[]
  readonly pages: readonly PreparedPage[]
  readonly months: readonly string[]
  readonly action: string
  readonly errors: readonly { readonly fieldId: string; readonly message: string }[]
  /** Names of other members who have the case open. */
  readonly others: readonly string[]
  readonly setAside: readonly string[]
  readonly storyHidden: boolean
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  readonly waiting: number
  /** Outcomes of suggestions for this section, newest first. */
  readonly outcomes: readonly { readonly id: string; readonly words: string }[]
  readonly done: 'saved' | 'suggested' | null
  /** A key that changes whenever React must draw the form anew. */
  readonly draw: string
}

/** The fields that were sent for one question and come back. */
export interface SentPage {
  readonly values: FormValues
  readonly base: FormValues
  readonly left: string
  readonly problems: readonly FormProblem[]
  readonly conflicts: PreparedPage['conflicts']
}

/** Most suggestions whose outcomes a page shows. */
const OUTCOMES_SHOWN = 10

export const sectionPath = (number: number, section: SectionId) => `${casePath(number, 'prepare')}/${section}`

/** The saved values of a question's form. */
export const savedValues = ({ answers }: CaseVisit, id: QuestionId): FormValues => {
  const question = getQuestion(id)
  return answerToForm(formFields(question), shownAnswer(answers, question))
}

/** Whether a change of a page is suggested instead of saved: the survivor wrote the answer, or does not let members fill the claim in. */
export const isSuggested = ({ found }: CaseVisit, id: QuestionId): boolean =>
  !found.mayEdit || (!found.ours && isOwnWords(found.authors, found.answers, id))

/** Whether a page belongs to a section and is shared with the organization. */
export const isPageOf =
  ({ found }: CaseVisit, section: SectionId) =>
  (id: QuestionId) =>
    getQuestion(id).section === section && (id !== 'story' || found.parts.includes('story'))

/** Pages of a section that apply and are shared with the organization. */
export const pagesOf = (visit: CaseVisit, section: SectionId): QuestionId[] =>
  applicablePages(visit.found.answers, visit.answers.today).filter(isPageOf(visit, section))

/** The form of a section, filled in with what is saved or with what was just sent. */
export function sectionView(
  visit: CaseVisit,
  { others, suggestions }: AroundSection,
  section: SectionId,
  done: string | null,
  sent: ReadonlyMap<QuestionId, SentPage> = new Map(),
): SectionView {
  const { number, found, answers } = visit
  const { t, language } = answers.speech
  const applies = pagesOf(visit, section)
  const progress = claimProgress(found.answers, answers.today).filter(({ applies }) => applies)
  // A page that another person's answer has closed stays on the form as long as its fields are not saved.
  const ids = QUESTION_IDS.filter(id => sent.has(id) || applies.includes(id))
  const pages = ids.map(id => pageOf(visit, id, sent.get(id)))
  return {
    number,
    section,
    title: t(`claim:sections.${section}`),
    sections: progress.map(({ id, questions }) => ({
      id,
      title: t(`claim:sections.${id}`),
      path: sectionPath(number, id),
      open: questions.filter(({ applies, state }) => applies && state !== 'answered').length,
      now: id === section,
    })),
    pages,
    months: formatMonths(language),
    action: sectionPath(number, section),
    errors: [...sent].flatMap(([id, { problems }]) =>
      problems.map(({ field, key }) => ({ fieldId: prefixed(id, field), message: `${t(`claim:questions.${id}.title`)} ${t(key)}` })),
    ),
    others,
    setAside: setAsidePages(found.answers, answers.today).map(page => t(`claim:questions.${page}.title`)),
    changeLine: found.mayEdit ? changeLine(t, found.status) : undefined,
    storyHidden: section === getQuestion('story').section && !found.parts.includes('story'),
    waiting: suggestions.filter(({ taken }) => taken === null).length,
    outcomes: suggestions
      .filter(({ page }) => getQuestion(page).section === section)
      .slice(0, OUTCOMES_SHOWN)
      .map(({ id, page, createdAt, taken }) => ({
        id,
        words: t(`filing:outcome.${taken === null ? 'waits' : taken ? 'taken' : 'declined'}`, {
          page: t(`claim:questions.${page}.title`),
          day: formatDate(dayInLosAngeles(createdAt), language),
        }),
      })),
    done: done === 'saved' || done === 'suggested' ? done : null,
    draw: `${found.revision} ${suggestions.length} ${[...sent].map(([, { values }]) => Object.keys(values).length).join()}`,
  }
}

function pageOf(visit: CaseVisit, id: QuestionId, sent: SentPage | undefined): PreparedPage {
  const { found, answers } = visit
  const { speech } = answers
  const { t } = speech
  const question = getQuestion(id)
  const entry = found.answers[id]
  const fields = formFields(question)
  const values = sent?.values ?? savedValues(visit, id)
  const left = entry && 'left' in entry ? entry.left : ''
  return {
    id,
    title: t(`claim:questions.${id}.title`),
    help: t(`claim:questions.${id}.help`),
    points: (question.points ?? []).map(point => t(`claim:questions.${id}.points.${point}`)),
    readFirst: question.readFirst === true,
    fields: fieldViews(
      { speech, values, problems: sent?.problems ?? [], understood: understoodFrom(fields, values, answers.today) },
      fields,
    ).map(field => prefixedView(id, field)),
    base: JSON.stringify(sent?.base ?? savedValues(visit, id)),
    state: entry === undefined ? 'unanswered' : 'value' in entry ? 'answered' : 'left-open',
    left: question.mayLeaveOpen ? (sent?.left ?? left) : null,
    byStaff: found.authors[id] === 'staff',
    suggests: isSuggested(visit, id),
    conflicts: sent?.conflicts ?? [],
  }
}
