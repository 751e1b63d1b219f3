import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { RetentionRefused, RetentionView } from './retention.server.ts'

const GOES = ['answers', 'papers', 'notes', 'search'] as const
const STAYS = ['number', 'record', 'own', 'printed', 'backups'] as const

/** The retention time of cases, and the form that erases one case. */
export function RetentionPage({ view, refused }: { readonly view: RetentionView; readonly refused: RetentionRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const asks = refused?.asks ?? null
  return (
    <Page title={t('records:retention.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !refused ? t(`records:retention.done.${view.done}`) : null} />
      <section className="flow">
        <h2>{t('records:retention.monthsTitle')}</h2>
        <p>{t('records:retention.monthsText')}</p>
        <Form className="flow" method="post" noValidate>
          <input type="hidden" name="intent" value="months" />
          {asks ? (
            <div className="notice notice-care flow-tight" role="alert">
              <p>{t('records:retention.asks', { count: asks.cases })}</p>
              <input type="hidden" name="cases" value={asks.cases} />
            </div>
          ) : null}
          <TextField
            name="months"
            label={t('records:retention.months')}
            hint={t('records:retention.monthsHint', { least: view.range.least, most: view.range.most })}
            error={at('months')}
            defaultValue={asks || at('months') ? refused?.typed : view.months}
            inputMode="numeric"
            autoComplete="off"
            size="short"
          />
          <p>
            <button className="button" type="submit">
              {t(asks ? 'records:retention.yes' : 'records:retention.save')}
            </button>
          </p>
        </Form>
      </section>
      <EraseOne view={view} error={at('confirm')} typed={at('confirm') ? refused?.typed : undefined} />
      <section className="flow-tight">
        <h2>{t('records:retention.goesTitle')}</h2>
        <ul className="list">
          {GOES.map(each => (
            <li key={each}>{t(`records:retention.goes.${each}`)}</li>
          ))}
        </ul>
      </section>
      <section className="flow-tight">
        <h2>{t('records:retention.staysTitle')}</h2>
        <ul className="list">
          {STAYS.map(each => (
            <li key={each}>{t(`records:retention.stays.${each}`)}</li>
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
  readonly view: RetentionView
  readonly error: string | undefined
  readonly typed: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <section className="flow" id="erase">
      <h2>{t('records:retention.eraseTitle')}</h2>
      <p>{t('records:retention.eraseText')}</p>
      {found && found !== 'gone' ? (
        <div className="card flow">
          <p>
            <strong>{t('records:record.case', { number: found.number })}</strong>: <bdi>{found.name || t('casefile:nameless')}</bdi>
            {found.label ? <bdi className="soft"> {found.label}</bdi> : null}
          </p>
          <p>{t('records:retention.once')}</p>
          <Form className="flow" method="post" noValidate autoComplete="off">
            <input type="hidden" name="intent" value="erase" />
            <input type="hidden" name="number" value={found.number} />
            <TextField
              name="confirm"
              label={t('records:retention.confirm', { number: found.number })}
              error={error}
              defaultValue={typed}
              inputMode="numeric"
              autoComplete="off"
              size="short"
            />
            <p>
              <button className="button button-quiet" type="submit">
                {t('records:retention.erase')}
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
              {t('records:retention.show')}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
