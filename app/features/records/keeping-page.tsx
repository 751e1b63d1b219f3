import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { KeepingRefused, KeepingView } from './keeping.server.ts'

const GOES = ['answers', 'papers', 'notes', 'search'] as const
const STAYS = ['number', 'record', 'own', 'printed', 'backups'] as const

/** The retention time of cases, and the form that erases one case. */
export function KeepingPage({ view, refused }: { readonly view: KeepingView; readonly refused: KeepingRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.faults ?? [])
  const asks = refused?.asks ?? null
  return (
    <Page title={t('records:keeping.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !refused ? t(`records:keeping.done.${view.done}`) : null} />
      <section className="flow">
        <h2>{t('records:keeping.monthsTitle')}</h2>
        <p>{t('records:keeping.monthsText')}</p>
        <Form className="flow" method="post" noValidate>
          <input type="hidden" name="intent" value="months" />
          {asks ? (
            <div className="notice notice-care flow-tight" role="alert">
              <p>{t('records:keeping.asks', { count: asks.cases })}</p>
              <input type="hidden" name="cases" value={asks.cases} />
            </div>
          ) : null}
          <TextField
            name="months"
            label={t('records:keeping.months')}
            hint={t('records:keeping.monthsHint', { least: view.range.least, most: view.range.most })}
            error={at('months')}
            defaultValue={asks || at('months') ? refused?.typed : view.months}
            inputMode="numeric"
            autoComplete="off"
            size="short"
          />
          <p>
            <button className="button" type="submit">
              {t(asks ? 'records:keeping.yes' : 'records:keeping.save')}
            </button>
          </p>
        </Form>
      </section>
      <EraseOne view={view} error={at('confirm')} typed={at('confirm') ? refused?.typed : undefined} />
      <section className="flow-tight">
        <h2>{t('records:keeping.goesTitle')}</h2>
        <ul className="list">
          {GOES.map(each => (
            <li key={each}>{t(`records:keeping.goes.${each}`)}</li>
          ))}
        </ul>
      </section>
      <section className="flow-tight">
        <h2>{t('records:keeping.staysTitle')}</h2>
        <ul className="list">
          {STAYS.map(each => (
            <li key={each}>{t(`records:keeping.stays.${each}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

function EraseOne({
  view: { found, sought },
  error,
  typed,
}: {
  readonly view: KeepingView
  readonly error: string | undefined
  readonly typed: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <section className="flow" id="erase">
      <h2>{t('records:keeping.eraseTitle')}</h2>
      <p>{t('records:keeping.eraseText')}</p>
      {found && found !== 'gone' ? (
        <div className="card flow">
          <p>
            <strong>{t('records:record.case', { number: found.number })}</strong>: <bdi>{found.name || t('casefile:nameless')}</bdi>
            {found.label ? <bdi className="soft"> {found.label}</bdi> : null}
          </p>
          <p>{t('records:keeping.once')}</p>
          <Form className="flow" method="post" noValidate autoComplete="off">
            <input type="hidden" name="intent" value="erase" />
            <input type="hidden" name="number" value={found.number} />
            <TextField
              name="confirm"
              label={t('records:keeping.confirm', { number: found.number })}
              error={error}
              defaultValue={typed}
              inputMode="numeric"
              autoComplete="off"
              size="short"
            />
            <p>
              <button className="button" type="submit">
                {t('records:keeping.erase')}
              </button>
            </p>
          </Form>
        </div>
      ) : (
        <Form className="flow" method="get" action="/work/keeping" noValidate>
          <TextField
            name="case"
            label={t('records:record.caseNumber')}
            error={found === 'gone' ? t('records:errors.noCase') : undefined}
            defaultValue={sought}
            inputMode="numeric"
            autoComplete="off"
            size="short"
          />
          <p>
            <button className="button button-quiet" type="submit">
              {t('records:keeping.show')}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
