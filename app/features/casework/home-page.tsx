import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import type { HomeView } from './home.server.ts'

/** The signed-in member, their permissions, and for owners the settings of the organization. */
export function HomePage({
  view,
  refused,
}: {
  readonly view: HomeView
  readonly refused:
    { readonly problems: readonly FormProblem[]; readonly typed: { readonly name: string; readonly idle: string } } | undefined
}) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const { settings } = view
  return (
    <Page title={t('work:home.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.saved && !refused ? t('work:home.saved') : null} />
      <p className="lede">{t('work:home.lede', { name: view.name })}</p>
      <dl className="facts">
        <dt>{t('work:home.group')}</dt>
        <dd>{view.organization}</dd>
        <dt>{t('work:home.role')}</dt>
        <dd>
          {t(`work:role.${view.role}`)} – {t(`work:roleHint.${view.role}`)}
        </dd>
        <dt>{t('work:home.team')}</dt>
        <dd>{view.team ?? t('work:home.noTeam')}</dd>
      </dl>
      <section className="flow-tight">
        <h2>{t('work:home.rights')}</h2>
        <ul className="list">
          {view.rights.map(({ permission, scope }) => (
            <li key={permission}>
              {t(`work:permission.${permission}`)} ({t(`work:scope.${scope}`)})
            </li>
          ))}
        </ul>
      </section>
      {view.training ? (
        <section className="flow-tight">
          <h2>{t('work:home.training')}</h2>
          <p>{t('work:home.trainingText')}</p>
          <p>{t('work:home.trainingStart')}</p>
          <p dir="ltr">
            <code>{view.training}</code>
          </p>
        </section>
      ) : null}
      {settings ? (
        <section className="flow">
          <h2>{t('work:home.settings')}</h2>
          <Form className="flow" method="post" action="/work?index" noValidate>
            <TextField
              name="name"
              label={t('work:home.name')}
              error={at('name')}
              defaultValue={refused?.typed.name ?? settings.name}
              autoComplete="off"
            />
            <TextField
              name="idle"
              label={t('work:home.idle')}
              hint={t('work:home.idleHint', { least: settings.least, most: settings.most })}
              error={at('idle')}
              defaultValue={refused?.typed.idle ?? settings.idle}
              inputMode="numeric"
              autoComplete="off"
              size="short"
            />
            <p>
              <button className="button" type="submit">
                {t('work:home.save')}
              </button>
            </p>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}
