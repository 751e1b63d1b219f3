import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { useTopOfPage } from '#app/components/use-top-of-page.ts'

/** The recovery codes. They are shown once, and no page can show them again. */
export function CodesPage({ codes, next }: { readonly codes: readonly string[]; readonly next: string }) {
  const { t } = useTranslation()
  useTopOfPage()
  return (
    <Page title={t('work:codes.title')}>
      <p className="lede">{t('work:codes.lede')}</p>
      <ol className="paper-codes" translate="no">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <ul className="list no-print">
        <li>{t('work:codes.once')}</li>
        <li>{t('work:codes.place')}</li>
      </ul>
      <p className="no-print">
        <a className="button" href={next}>
          {t('work:codes.done')}
        </a>
      </p>
    </Page>
  )
}
