import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'

/** In place of a file that was asked for by its address alone: says how to get it. */
export function PapersAgainPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:papersAgain.title')}>
      <p>{t('flow:papersAgain.text')}</p>
      <p>{t('flow:papersAgain.safe')}</p>
      <p>
        <a className="button" href="/claim/packet">
          {t('flow:papersAgain.go')}
        </a>
      </p>
    </Page>
  )
}
