import { useMemo } from 'react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, type FieldError } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import type { FormProblem, FormValues } from './form-values.ts'
import { QuestionFields } from './question-fields.tsx'
import type { QuestionView } from './question-view.server.ts'

/** What was sent and could not be read. */
export interface RefusedForm {
  readonly values: FormValues
  readonly problems: readonly FormProblem[]
}

/** Label of the group of fields that a problem lies in, where a page has more than one. */
const GROUPS: readonly (readonly [prefix: string, label: string])[] = [
  ['start-', 'check:dates.start'],
  ['end-', 'check:dates.end'],
  ['hours-low', 'check:hours.low'],
  ['hours-high', 'check:hours.high'],
]

/** One question of the check. It works whole without JavaScript: a form that posts, two buttons, a link back. */
export function QuestionPage({ view, refused }: { readonly view: QuestionView; readonly refused: RefusedForm | undefined }) {
  const { t } = useTranslation()
  const { id } = view
  const problems = refused?.problems ?? []
  const errorOf = (field: string) => {
    const problem = problems.find(each => each.field === field)
    return problem && t(problem.key)
  }
  // The same list until the form comes back again: the summary takes the focus whenever it gets another one.
  const errors = useMemo(() => summaryOf(refused?.problems ?? [], t), [refused, t])
  return (
    <Page key={id} title={t(`check:${id}.title`)} back={view.back} step={t('check:question.step', { step: view.step, total: view.total })}>
      <ErrorSummary errors={errors} />
      <p>{t(`check:${id}.help`)}</p>
      <Form className="flow" method="post" noValidate>
        <QuestionFields view={view} values={refused?.values ?? view.values} errorOf={errorOf} />
        <details>
          <summary>{t('check:question.whyTitle')}</summary>
          <p>{t(`check:${id}.why`, { hours: view.weekHours })}</p>
        </details>
        <p className="button-row">
          <button className="button" type="submit" name="intent" value="answer">
            {t('common:actions.continue')}
          </button>
          <button className="button button-quiet" type="submit" name="intent" value="skip">
            {t('common:actions.skip')}
          </button>
        </p>
      </Form>
    </Page>
  )
}

function summaryOf(problems: readonly FormProblem[], t: Translate): FieldError[] {
  return problems.map(({ field, key }) => {
    const group = GROUPS.find(([prefix]) => field.startsWith(prefix))
    const message = group && key !== 'errors:answerOrSkip' ? t('check:question.errorOf', { field: t(group[1]), message: t(key) }) : t(key)
    return { fieldId: field, message }
  })
}
