import { useTranslation } from 'react-i18next'
import { Page } from '#app/components/page.tsx'

/** A kind notice for a person whose browser keeps no cookies, and so no answers. */
export default function NoCookies() {
  const { t } = useTranslation()
  return (
    <Page title={t('check:cookies.title')}>
      <p>{t('check:cookies.text')}</p>
      <p>{t('check:cookies.how')}</p>
      <p className="button-row">
        <a className="button" href="/check">
          {t('common:actions.startOver')}
        </a>
        <a className="button button-quiet" href="/help">
          {t('check:result.find')}
        </a>
      </p>
    </Page>
  )
}
