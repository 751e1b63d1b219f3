import type { LanguageCode } from '#app/i18n/languages.ts'
import { formatMonths } from '#app/i18n/months.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import type { FormValues } from './form-values.ts'
import { PAGE_FORMS, PAGE_OPTIONS } from './page-forms.server.ts'
import { pathOf, type CheckVisit } from './visit.server.ts'

/** What the page of one question shows, without its sentences. */
export interface QuestionView {
  readonly id: CheckQuestionId
  readonly step: number
  /** About how many steps there are: one question is asked of some people only. */
  readonly total: number
  /** Address of the page before. */
  readonly back: string
  /** Values to choose from, in order; empty where the question has none. */
  readonly options: readonly string[]
  /** Names of the months, January first. */
  readonly months: readonly string[]
  /** Most hours of a week that can count. */
  readonly weekHours: number
  readonly values: FormValues
}

/** The page of a question that can be reached, filled with what was answered before. */
export function questionView({ answers, replay, today }: CheckVisit, id: CheckQuestionId, language: LanguageCode): QuestionView {
  const index = replay.reachable.indexOf(id)
  const before = replay.reachable[index - 1]
  const entry = answers[id]
  return {
    id,
    step: index + 1,
    total: replay.questionCount,
    back: before ? pathOf(before) : '/safety',
    options: PAGE_OPTIONS[id] ?? [],
    months: formatMonths(language),
    weekHours: incomeLossLimits(today).hoursPerWeek,
    values: entry && 'value' in entry ? PAGE_FORMS[id].fill(entry.value) : {},
  }
}
