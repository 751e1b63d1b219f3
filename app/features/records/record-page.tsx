import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { RecordList } from './record-list.tsx'
import type { RecordPageView } from './record-page.server.ts'
import { WholeRecord } from './whole-record.tsx'

/** The record of who read and wrote what in the organization's cases. */
export function RecordPage({ view }: { readonly view: RecordPageView }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, view.problems)
  return (
    <Page title={t('records:record.title')}>
      <ErrorSummary errors={list} />
      <p className="lede">{t('records:record.lede')}</p>
      <p>{t(view.whole ? 'records:record.never' : 'records:record.team')}</p>
      {view.whole ? <WholeRecord whole={view.whole} /> : null}
      <section className="flow">
        <h2>{t('records:record.lines')}</h2>
        <details open={view.filtered}>
          <summary>{t('records:record.filter')}</summary>
          <Form className="flow" method="get" action="/work/record" noValidate key={JSON.stringify(view.fields)}>
            <TextField
              name="case"
              label={t('records:record.caseNumber')}
              error={at('case')}
              defaultValue={view.fields.case}
              inputMode="numeric"
              autoComplete="off"
              size="short"
            />
            <SelectField
              name="member"
              label={t('records:record.member')}
              blank={t('records:record.any')}
              options={view.members}
              defaultValue={view.fields.member}
              size="medium"
            />
            <SelectField
              name="kind"
              label={t('records:record.kind')}
              blank={t('records:record.any')}
              options={view.kinds.map(kind => ({ value: kind, label: t(`records:kind.${kind}`) }))}
              defaultValue={view.fields.kind}
              size="medium"
            />
            <TextField
              name="from"
              label={t('records:record.from')}
              error={at('from')}
              defaultValue={view.fields.from}
              type="date"
              size="medium"
            />
            <TextField
              name="until"
              label={t('records:record.until')}
              error={at('until')}
              defaultValue={view.fields.until}
              type="date"
              size="medium"
            />
            <p className="button-row">
              <button className="button" type="submit">
                {t('records:record.look')}
              </button>
              {view.filtered ? <Link to="/work/record">{t('records:record.all')}</Link> : null}
            </p>
          </Form>
        </details>
        <RecordList days={view.days} older={view.older} none={t(view.filtered ? 'records:record.noneFound' : 'records:record.none')} />
      </section>
    </Page>
  )
}
