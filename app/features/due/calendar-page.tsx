import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { useTopOfPage } from '#app/components/use-top-of-page.ts'
import type { CalendarView } from './calendar.server.ts'

const SEES = ['days', 'titles', 'labels', 'site', 'not'] as const
const SAFE = ['whoever', 'shared', 'screen', 'ends', 'record'] as const

/** Explains what a private calendar address is and what it reveals, and lets the member make or end one. */
export function CalendarPage({ view }: { readonly view: CalendarView }) {
  const { t } = useTranslation()
  const { feed, fresh, titles } = view
  return (
    <Page title={t('due:calendar.title')} back="/work/due">
      <StatusNotice text={view.ended ? t('due:calendar.ended') : null} />
      <p className="lede">{t('due:calendar.lede')}</p>
      <section className="flow-tight">
        <h2>{t('due:calendar.sees.title')}</h2>
        <ul className="list">
          {SEES.map(each => (
            <li key={each}>{t(`due:calendar.sees.${each}`, titles)}</li>
          ))}
        </ul>
      </section>
      <section className="flow-tight">
        <h2>{t('due:calendar.safe.title')}</h2>
        <ul className="list">
          {SAFE.map(each => (
            <li key={each}>{t(`due:calendar.safe.${each}`)}</li>
          ))}
        </ul>
      </section>
      <section className="flow">
        <h2>{t('due:calendar.yours')}</h2>
        {feed ? (
          <p>
            {t('due:calendar.made', { day: feed.madeOn })}{' '}
            {feed.readOn === null ? t('due:calendar.neverRead') : t('due:calendar.readOn', { day: feed.readOn })}
          </p>
        ) : (
          <p>{t('due:calendar.none')}</p>
        )}
        {fresh ? (
          <Form className="flow-tight" method="post">
            {feed ? <p className="soft">{t('due:calendar.replaceHint')}</p> : null}
            <p>
              <button className={feed ? 'button button-quiet' : 'button'} type="submit" name="intent" value="make">
                {t(feed ? 'due:calendar.replace' : 'due:calendar.make')}
              </button>
            </p>
          </Form>
        ) : (
          <p className="notice">
            {t('due:calendar.fresh', { count: view.freshMinutes })} <Link to="/work/sign-in">{t('due:calendar.again')}</Link>
          </p>
        )}
        {feed ? (
          <Form method="post">
            <p>
              <button className="button button-quiet" type="submit" name="intent" value="end">
                {t('due:calendar.end')}
              </button>
            </p>
          </Form>
        ) : null}
      </section>
    </Page>
  )
}

/** The new address. It is shown once. */
export function AddressPage({ address }: { readonly address: string }) {
  const { t } = useTranslation()
  useTopOfPage()
  return (
    <Page title={t('due:calendar.address.title')}>
      <p className="lede">{t('due:calendar.address.once')}</p>
      <p>
        <code className="one-time-link" dir="ltr" translate="no">
          {address}
        </code>
      </p>
      <ul className="list">
        <li>{t('due:calendar.safe.whoever')}</li>
        <li>{t('due:calendar.address.lose')}</li>
      </ul>
      <p>
        <a className="button" href="/work/due/calendar">
          {t('due:calendar.address.done')}
        </a>
      </p>
    </Page>
  )
}
