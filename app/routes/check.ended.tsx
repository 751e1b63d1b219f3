import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { StartAgain } from '#app/features/check/start-again.tsx'
import { hasExpired } from '#app/features/check/visit.server.ts'
import { CHECK_IDLE_MINUTES } from '#app/security/check-session.server.ts'

/** Takes away the cookie that no longer opens. */
export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const headers = new Headers()
  if (hasExpired(services, request)) headers.set('Set-Cookie', services.checkSession.forget(request))
  return data({ minutes: CHECK_IDLE_MINUTES }, { headers })
}

/** A kind notice for a person whose answers are gone in the middle of the check. */
export default function Ended() {
  const { t } = useTranslation()
  const { minutes } = useLoaderData<typeof loader>()
  return (
    <Page title={t('check:ended.title')}>
      <p>{t('check:ended.text', { minutes })}</p>
      <p>{t('check:ended.again')}</p>
      <StartAgain />
    </Page>
  )
}
