import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import type { NotStarted } from './start-claim.server.ts'
import type { StorageTerms } from '../storage.server.ts'

export interface StartView {
  /** Whether a claim is open in this browser. */
  readonly open: boolean
  /** Name of the box that takes over the answers of the check; `null` if there are none. */
  readonly takeOver: string | null
  readonly terms: StorageTerms
}

/** What the claim is, what it needs, how long it is kept, and the two ways to open one. */
export function StartPage({ open, takeOver, terms, refused }: StartView & { readonly refused: NotStarted | undefined }) {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:start.title')} back="/">
      {refused ? (
        <p className="notice notice-care" role="alert">
          {t('flow:start.slowDown', { count: refused.minutes })}
        </p>
      ) : null}
      <p className="lede">{t('flow:start.lede')}</p>
      <ul className="list">
        <li>{t('flow:start.time')}</li>
        <li>{t('flow:start.skip')}</li>
        <li>{t('flow:start.noFile')}</li>
      </ul>
      {open ? (
        <p>
          <a className="button" href="/claim/tasks">
            {t('flow:start.goOn')}
          </a>
        </p>
      ) : (
        <PressForm className="flow" action="/claim?index">
          {takeOver ? (
            <label className="option">
              <input type="checkbox" name={takeOver} defaultChecked={refused?.takesOver ?? true} />
              <span>{t('flow:start.takeOver')}</span>
            </label>
          ) : null}
          <p className="button-row">
            <button className="button" type="submit">
              {t('flow:start.begin')}
            </button>
            <a className="button button-quiet" href="/claim/return">
              {t('flow:start.return')}
            </a>
          </p>
        </PressForm>
      )}
      <h2>{t('flow:start.needTitle')}</h2>
      <p>{t('flow:start.needText')}</p>
      <ul className="list">
        <li>{t('flow:start.needDates')}</li>
        <li>{t('flow:start.needHours')}</li>
        <li>{t('flow:start.needContact')}</li>
      </ul>
      <h2>{t('flow:start.keepTitle')}</h2>
      <ul className="list">
        <li>{t('flow:start.keepSealed')}</li>
        <li>{t('flow:start.keepWords')}</li>
        <li>{t('flow:start.keepDays', { count: terms.days })}</li>
        <li>{t('flow:start.keepWithout', { count: terms.daysWithoutPhrase })}</li>
        <li>{t('flow:start.keepIdle', { count: terms.minutes })}</li>
        <li>{t('flow:start.keepDelete')}</li>
      </ul>
      <p className="notice notice-care">{t('flow:start.shared')}</p>
    </Page>
  )
}
