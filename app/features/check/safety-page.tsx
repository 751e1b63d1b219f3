import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import type { LineView } from '#app/features/help/line-view.server.ts'
import { LineWays } from '#app/features/help/lines.tsx'

/** Before the first question: is it safe to look at this now, how to leave, and what leaving does not do. */
export function SafetyPage({ minutes, lines }: { readonly minutes: number; readonly lines: readonly LineView[] }) {
  const { t } = useTranslation()
  return (
    <Page title={t('check:safety.title')} back="/">
      <p className="lede">{t('check:safety.lede')}</p>
      <h2>{t('check:safety.exitTitle')}</h2>
      <ul className="list">
        <li>{t('check:safety.exitHow')}</li>
        <li>{t('check:safety.exitKey')}</li>
        <li>{t('check:safety.exitBack')}</li>
      </ul>
      <section className="notice notice-care flow-tight">
        <h2>{t('check:safety.limitsTitle')}</h2>
        <ul className="list">
          <li>{t('check:safety.limitsHistory')}</li>
          <li>{t('check:safety.limitsWatching')}</li>
          <li>{t('check:safety.limitsShared')}</li>
        </ul>
      </section>
      <h2>{t('check:safety.privateTitle')}</h2>
      <p>{t('check:safety.privateHow')}</p>
      <h2>{t('check:safety.keepTitle')}</h2>
      <ul className="list">
        <li>{t('check:safety.keepNothing')}</li>
        <li>{t('check:safety.keepCookie', { minutes })}</li>
        <li>{t('check:safety.keepErase')}</li>
      </ul>
      <p>
        <a className="button" href="/check">
          {t('check:safety.ready')}
        </a>
      </p>
      <h2>{t('check:safety.talkTitle')}</h2>
      <ul className="list-plain" role="list">
        {lines.map(line => (
          <li key={line.id}>
            <strong lang="en">{line.name}</strong>
            <span className="ways">
              <LineWays line={line} />
            </span>
          </li>
        ))}
      </ul>
      <p>{t('check:safety.talkList')}</p>
      <p>
        <a href="/help">{t('check:safety.talkMore')}</a>
      </p>
    </Page>
  )
}
