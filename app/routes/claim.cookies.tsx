import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { mayStayOpen: true }

/** A kind notice for a person whose browser keeps no cookies, and so no claim open. */
export default function NoCookies() {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:noCookies.title')} back="/claim">
      <p>{t('flow:noCookies.text')}</p>
      <p>{t('flow:noCookies.how')}</p>
      <p>
        <a className="button button-quiet" href="/help">
          {t('check:result.find')}
        </a>
      </p>
    </Page>
  )
}
