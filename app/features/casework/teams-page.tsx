import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import type { TeamsPageView } from './teams.server.ts'

/** The teams of the organization. */
export function TeamsPage({ view, problems }: { readonly view: TeamsPageView; readonly problems: readonly FormProblem[] | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, problems ?? [])
  return (
    <Page title={t('work:teams.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !problems ? t('work:members.done') : null} />
      <p>{t('work:teams.text')}</p>
      {view.teams.length === 0 ? <p>{t('work:teams.none')}</p> : null}
      <ul className="list-plain" role="list">
        {view.teams.map(({ id, name }) => (
          <li className="card flow-tight" key={`${id} ${name}`}>
            <h2>{name}</h2>
            {view.mayEdit ? (
              <details open={at(`name-${id}`) !== undefined}>
                <summary>{t('work:teams.change', { name })}</summary>
                <Form className="flow" method="post" noValidate>
                  <input type="hidden" name="team" value={id} />
                  <TextField
                    name={`name-${id}`}
                    label={t('work:teams.name')}
                    error={at(`name-${id}`)}
                    defaultValue={name}
                    autoComplete="off"
                    size="medium"
                  />
                  <p className="button-row">
                    <button className="button" type="submit" name="intent" value="rename">
                      {t('work:teams.rename')}
                    </button>
                    <button className="button button-quiet" type="submit" name="intent" value="remove">
                      {t('work:teams.remove')}
                    </button>
                  </p>
                  <p className="soft">{t('work:teams.removeHint')}</p>
                </Form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {view.mayEdit ? (
        <section className="flow">
          <h2>{t('work:teams.addTitle')}</h2>
          <Form className="flow" method="post" noValidate key={view.teams.length}>
            <TextField name="name" label={t('work:teams.newName')} error={at('name')} autoComplete="off" size="medium" />
            <p>
              <button className="button" type="submit" name="intent" value="add">
                {t('work:teams.add')}
              </button>
            </p>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}
