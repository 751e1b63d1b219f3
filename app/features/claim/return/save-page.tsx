import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import type { StorageTerms } from '../storage.server.ts'

/** The link to the page that shares a claim, as ready sentences, so that the browser needs no file of sentences. */
export interface ShareInvitation {
  readonly why: string
  readonly link: string
}

/** The page before the phrase is made: what the phrase does, and what cannot be undone. */
export function SavePage({
  hasPhrase,
  terms,
  share,
  leadsToShare,
  busy,
}: {
  readonly hasPhrase: boolean
  readonly terms: StorageTerms
  readonly share: ShareInvitation | null
  /** Whether the person makes a phrase in order to share the claim afterwards. */
  readonly leadsToShare: boolean
  readonly busy: boolean
}) {
  const { t } = useTranslation()
  return (
    <Page title={t(hasPhrase ? 'flow:save.replaceTitle' : 'flow:save.title')} back="/claim/tasks">
      {busy ? (
        <p className="notice notice-care" role="alert">
          {t('flow:save.busy')}
        </p>
      ) : null}
      <p className="lede">{t(hasPhrase ? 'flow:save.replaceLede' : 'flow:save.lede')}</p>
      <section className="notice notice-care flow-tight">
        <h2>{t('flow:save.lostTitle')}</h2>
        <p>{t('flow:save.lostText')}</p>
      </section>
      <ul className="list">
        {hasPhrase ? <li>{t('flow:save.oldStops')}</li> : null}
        <li>{t('flow:save.paper')}</li>
        <li>{t('flow:save.who')}</li>
        <li>{t('flow:start.keepDays', { count: terms.days })}</li>
      </ul>
      <PressForm keepsFragment={leadsToShare}>
        <button className="button" type="submit">
          {t(hasPhrase ? 'flow:save.replace' : 'flow:save.make')}
        </button>
      </PressForm>
      {share && !leadsToShare ? (
        <p>
          {share.why} <a href="/claim/share">{share.link}</a>
        </p>
      ) : null}
    </Page>
  )
}

/** The phrase. It is shown once, and no page can show it again. A print of the page does not say what the words are for. */
export function PhrasePage({ units, leadsToShare }: { readonly units: readonly string[]; readonly leadsToShare: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="words-page">
      <Page title={t('flow:phrase.title')}>
        <p className="lede no-print">{t('flow:phrase.lede')}</p>
        <ol className="phrase" translate="no">
          {units.map((unit, index) => (
            // A phrase may hold the same word twice, so the index is the key.
            <li key={index}>{unit}</li>
          ))}
        </ol>
        <PrintButton />
        <ul className="list no-print">
          <li>{t('flow:phrase.order')}</li>
          <li>{t('flow:phrase.once')}</li>
          <li>{t('flow:phrase.place')}</li>
        </ul>
        <p className="no-print">
          <a className="button" href={leadsToShare ? '/claim/share' : '/claim/tasks'} data-takes-fragment={leadsToShare ? '' : undefined}>
            {t('flow:phrase.done')}
          </a>
        </p>
      </Page>
    </div>
  )
}

/** Printing by a button needs JavaScript, which shows it (`app/browser/print.ts`). Without it the person prints from the browser's menu. */
function PrintButton() {
  const { t } = useTranslation()
  return (
    <div className="no-print" data-print>
      <p>{t('flow:phrase.printMenu')}</p>
      <p hidden>
        <button className="button button-quiet" type="button">
          {t('flow:phrase.print')}
        </button>
      </p>
    </div>
  )
}
