import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import type { FieldError } from '#app/components/error-summary.tsx'
import { toldProblem } from '#app/forms/told-problem.ts'
import { fieldViews } from '#app/forms/field-view.server.ts'
import type { FieldView } from '#app/forms/field-view.ts'
import type { UnderstoodView } from '#app/forms/understood-notice.tsx'
import { understoodFrom, understoodView } from '#app/forms/understood.server.ts'
import type { RefusedForm } from '#app/forms/read-form.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { formatMonths } from '#app/i18n/months.ts'
import { getSentences } from '#app/i18n/resources.server.ts'
import { getCheckQuestion, type CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import { checkFields } from './check-fields.server.ts'
import { pathOf, type CheckVisit } from './visit.server.ts'

/** What the page of one question shows. */
export interface QuestionView {
  readonly id: CheckQuestionId
  readonly step: number
  /** About how many steps there are: one question is asked of some people only. */
  readonly total: number
  /** Address of the page before, and of the page itself. */
  readonly back: string
  readonly action: string
  readonly fields: readonly FieldView[]
  /** Names of the months, January first. */
  readonly months: readonly string[]
  /** Most hours of a week that can count. */
  readonly weekHours: number
  readonly errors: readonly FieldError[]
  readonly understood: UnderstoodView
}

/** The page of a question that can be reached, filled with what was answered before, what was typed since, or what was sent and could not be read. */
export function questionView(
  { answers, replay, today, typed }: CheckVisit,
  id: CheckQuestionId,
  language: LanguageCode,
  refused?: RefusedForm,
): QuestionView {
  const index = replay.reachable.indexOf(id)
  const before = replay.reachable[index - 1]
  const entry = answers[id]
  const form = checkFields(getCheckQuestion(id))
  const speech = getSentences(language)
  const answered = entry && 'value' in entry ? answerToForm(form, entry.value) : {}
  const values = refused?.values ?? (typed?.id === id ? typed.values : answered)
  const problems = refused?.problems ?? []
  const understood = understoodFrom(form, values, today)
  const fields = fieldViews({ speech, values, problems, understood }, form)
  return {
    id,
    step: index + 1,
    total: replay.questionCount,
    back: before ? pathOf(before) : '/safety',
    action: pathOf(id),
    fields,
    months: formatMonths(language),
    weekHours: incomeLossLimits(today).hoursPerWeek,
    errors: problems.map(problem => toldProblem(problem.key === 'errors:answerOrSkip' ? [] : fields, problem, speech.t)),
    understood: understoodView(understood, fields, speech, refused !== undefined && problems.length === 0),
  }
}
