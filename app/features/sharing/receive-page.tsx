import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import type { ReceiveView } from './receive.server.ts'

/** Shows a code for a survivor who wants to share their claim. */
export function ReceivePage({ view }: { readonly view: ReceiveView }) {
  const { t } = useTranslation()
  return (
    <Page title={t('sharing:receive.title')}>
      <p className="lede">{t('sharing:receive.lede')}</p>
      {view.code && view.picture ? (
        <section className="share-code flow" aria-live="polite">
          <h2>{t('sharing:receive.codeTitle')}</h2>
          <p className="share-code-letters" dir="ltr" translate="no">
            {view.code}
          </p>
          <p>{t('sharing:receive.where', { address: view.address?.split('#')[0] })}</p>
          <svg
            className="share-picture"
            role="img"
            aria-label={t('sharing:receive.picture')}
            viewBox={`0 0 ${view.picture.size} ${view.picture.size}`}
            shapeRendering="crispEdges"
          >
            <path d={view.picture.path} />
          </svg>
          <p>{t('sharing:receive.until', { count: view.minutes })}</p>
        </section>
      ) : null}
      <ol className="list">
        <li>{t('sharing:receive.step1')}</li>
        <li>{t('sharing:receive.step2')}</li>
        <li>{t('sharing:receive.step3')}</li>
      </ol>
      <Form method="post">
        <button className={view.code ? 'button button-quiet' : 'button'} type="submit">
          {t(view.code ? 'sharing:receive.again' : 'sharing:receive.show')}
        </button>
      </Form>
    </Page>
  )
}
