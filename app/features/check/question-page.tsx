import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { Fields } from '#app/forms/fields.tsx'
import { UnderstoodNotice } from '#app/forms/understood-notice.tsx'
import type { QuestionView } from './question-view.server.ts'

/** Id of a question's form. */
export const FORM = 'question'

/** One question of the check. It works whole without JavaScript: a form that posts, two buttons, a link back. */
export function QuestionPage({ view }: { readonly view: QuestionView }) {
  const { t } = useTranslation()
  const { id, back, step, total, fields, months, action, weekHours, errors, understood } = view
  return (
    <Page key={id} title={t(`check:${id}.title`)} back={back} step={t('check:question.step', { step, total })}>
      <ErrorSummary errors={errors} />
      <UnderstoodNotice notice={understood.notice} />
      <p>{t(`check:${id}.help`)}</p>
      <PressForm className="flow" id={FORM} noValidate>
        <input type="hidden" name="shown" value={understood.shown} />
        <Fields fields={fields} months={months} action={action} />
        <details>
          <summary>{t('check:question.whyTitle')}</summary>
          <p>{t(`check:${id}.why`, { hours: weekHours })}</p>
        </details>
        <p className="button-row">
          <button className="button" type="submit" name="intent" value="answer">
            {t('common:actions.continue')}
          </button>
          <button className="button button-quiet" type="submit" name="intent" value="skip">
            {t('common:actions.skip')}
          </button>
        </p>
      </PressForm>
    </Page>
  )
}
