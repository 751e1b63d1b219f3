import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import type { SecurityPageView } from './security.server.ts'

/** The browsers in which a member is signed in, each with a button that ends its session. */
export function SessionList({ sessions }: Pick<SecurityPageView, 'sessions'>) {
  const { t } = useTranslation()
  return (
    <section className="flow">
      <h2>{t('work:security.sessions')}</h2>
      <ul className="list-plain" role="list">
        {sessions.map(({ id, browser, seen, here }) => {
          const params = { browser: browser || t('work:security.unknownBrowser'), time: seen }
          return (
            <li className="card flow-tight" key={id}>
              <p>{t('work:security.session', params)}</p>
              {here ? (
                <p className="soft">{t('work:security.here')}</p>
              ) : (
                <Form method="post">
                  <input type="hidden" name="session" value={id} />
                  <button
                    className="button button-quiet"
                    type="submit"
                    name="intent"
                    value="end"
                    aria-label={t('work:security.endSession', params)}
                  >
                    {t('work:security.end')}
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <button className="button button-quiet" type="submit" name="intent" value="end-others">
            {t('work:security.endOthers')}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
