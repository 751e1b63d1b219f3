import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Choices, TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import type { CaseRecordView } from './case-record-page.server.ts'
import { RecordList } from './record-list.tsx'

/** The record of one case, and the form that exports the case as a file. */
export function CaseRecordPage({ view }: { readonly view: CaseRecordView }) {
  const { t } = useTranslation()
  const problem = view.problem ? t(`records:take.problem.${view.problem}`, { least: view.passwordLeast }) : undefined
  return (
    <Page title={t('records:activity.title')}>
      <ErrorSummary errors={problem ? [{ fieldId: 'password', message: problem }] : []} />
      <p>{t('records:activity.text')}</p>
      <section className="flow">
        <h2>{t('records:record.lines')}</h2>
        <RecordList days={view.days} older={view.older} none={t('records:record.none')} />
      </section>
      {view.mayTake ? (
        <section className="flow">
          <h2>{t('records:take.title')}</h2>
          <p>{t('records:take.text')}</p>
          <p className="notice notice-care">{t('records:take.care')}</p>
          <Form className="flow" method="post" action={`/work/cases/${view.number}/export`} reloadDocument noValidate autoComplete="off">
            <Choices
              kind="checkbox"
              name="own-words"
              label={t('records:take.also')}
              options={[{ value: 'yes', label: t('records:take.ownWords'), hint: t('records:take.ownWordsHint') }]}
              chosen={[]}
            />
            <TextField
              name="password"
              type="password"
              label={t('records:take.password')}
              hint={t('records:take.passwordHint', { least: view.passwordLeast })}
              error={problem}
              autoComplete="new-password"
              size="medium"
            />
            <p>
              <button className="button" type="submit">
                {t('records:take.button')}
              </button>
            </p>
          </Form>
        </section>
      ) : null}
      {view.mayErase ? (
        <p>
          <Link to={`/work/keeping?case=${view.number}`}>{t('records:activity.erase')}</Link>
        </p>
      ) : null}
    </Page>
  )
}
