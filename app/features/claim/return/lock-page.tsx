import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { LineWays } from '#app/features/help/lines.tsx'
import type { LineView } from '#app/features/help/line-view.server.ts'

/** Warns a person without a phrase that after closing the claim they cannot open their answers again. */
function WithoutPhrase() {
  const { t } = useTranslation()
  return (
    <section className="notice notice-care flow-tight">
      <h2>{t('flow:lock.withoutTitle')}</h2>
      <p>{t('flow:lock.withoutText')}</p>
      <p className="button-row">
        <a className="button" href="/claim/save">
          {t('flow:tasks.save')}
        </a>
      </p>
    </section>
  )
}

function LockButton() {
  const { t } = useTranslation()
  return (
    <PressForm action="/claim/lock">
      <button className="button button-quiet" type="submit">
        {t('flow:lock.lock')}
      </button>
    </PressForm>
  )
}

/** Asks before the claim is closed in this browser, or says that it is closed. */
export function LockPage({ open, hasPhrase }: { readonly open: boolean; readonly hasPhrase: boolean }) {
  const { t } = useTranslation()
  if (!open) {
    return (
      <Page title={t('flow:lock.lockedTitle')}>
        <p>{t('flow:lock.lockedText')}</p>
        <p>
          <a className="button button-quiet" href="/claim/return">
            {t('flow:start.return')}
          </a>
        </p>
      </Page>
    )
  }
  return (
    <Page title={t('flow:lock.title')} back="/claim/tasks">
      <p>{t('flow:lock.text')}</p>
      {hasPhrase ? null : <WithoutPhrase />}
      <LockButton />
    </Page>
  )
}

/** A pause: help lines to talk to, and the ways to come back or to close the claim. */
export function PausePage({
  hasPhrase,
  lines,
  minutes,
}: {
  readonly hasPhrase: boolean
  readonly lines: readonly LineView[]
  readonly minutes: number
}) {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:pause.title')} back="/claim/tasks">
      <p className="lede">{t('flow:pause.lede')}</p>
      <p>{t('flow:pause.text')}</p>
      <h2>{t('flow:pause.talkTitle')}</h2>
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
      <h2>{t('flow:pause.leaveTitle')}</h2>
      <p>{t('flow:start.keepIdle', { count: minutes })}</p>
      {hasPhrase ? <p>{t('flow:pause.hasPhrase')}</p> : <WithoutPhrase />}
      <div className="button-row">
        <a className="button" href="/claim/tasks">
          {t('flow:pause.goOn')}
        </a>
        <LockButton />
      </div>
    </Page>
  )
}
