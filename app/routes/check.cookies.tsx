import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { StartAgain } from '#app/features/check/start-again.tsx'

/** A kind notice for a person whose browser keeps no cookies, and so no answers. */
export default function NoCookies() {
  const { t } = useTranslation()
  return (
    <Page title={t('check:cookies.title')}>
      <p>{t('check:cookies.text')}</p>
      <p>{t('check:cookies.how')}</p>
      <StartAgain />
    </Page>
  )
}
