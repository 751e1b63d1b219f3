import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '#app/components/page.tsx'
import { MissingList } from './missing-list.tsx'
import type { MissingView } from './review-view.server.ts'

/** What would hold the claim up, then the two files: papers to mail and papers to keep. */
export function PacketPage({ missing }: { readonly missing: readonly MissingView[] }) {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:packet.title')} back="/claim/tasks">
      <p className="lede">{t('flow:packet.lede')}</p>
      <MissingList items={missing} />
      {missing.length > 0 ? <p>{t('flow:packet.anyway')}</p> : null}
      <section className="notice notice-care flow-tight">
        <h2>{t('flow:packet.safeTitle')}</h2>
        <ul className="list">
          <li>{t('flow:packet.safeFile')}</li>
          <li>{t('flow:packet.safePrinter')}</li>
          <li>{t('flow:packet.safeKeep')}</li>
        </ul>
      </section>
      <File number={1} part="mail" />
      <File number={2} part="keep" />
      <p>
        <Link to="/claim/review">{t('flow:packet.review')}</Link>
      </p>
    </Page>
  )
}

/** A plain form: the browser itself saves what comes back. */
function File({ number, part }: { readonly number: number; readonly part: 'mail' | 'keep' }) {
  const { t } = useTranslation()
  return (
    <section className="card flow-tight">
      <h2>{t(`flow:packet.${part}Title`)}</h2>
      <p>{t(`flow:packet.${part}Text`)}</p>
      <form method="post" action={`/claim/papers/${number}`}>
        <button className="button" type="submit">
          {t(`flow:packet.${part}Get`)}
        </button>
      </form>
    </section>
  )
}
