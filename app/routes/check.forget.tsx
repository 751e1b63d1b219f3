import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { seeOther } from '#app/features/check/visit.server.ts'

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return { left: services.checkSession.find(request) !== null }
}

/** Takes the answers out of the browser. */
export function action({ request, context: { services } }: ActionFunctionArgs) {
  return seeOther('/check/forget', services.checkSession.forget(request))
}

/** Says that nothing is left; where something still is, offers to erase it. */
export default function Forget() {
  const { t } = useTranslation()
  const { left } = useLoaderData<typeof loader>()
  if (left) {
    return (
      <Page title={t('check:forget.askTitle')}>
        <p>{t('check:forget.askText')}</p>
        <PressForm className="button-row">
          <a className="button" href="/check">
            {t('check:forget.keep')}
          </a>
          <button className="button button-quiet" type="submit">
            {t('common:actions.forget')}
          </button>
        </PressForm>
      </Page>
    )
  }
  return (
    <Page title={t('check:forget.title')}>
      <p>{t('check:forget.text')}</p>
      <p className="button-row">
        <a className="button button-quiet" href="/help">
          {t('check:result.find')}
        </a>
        <a className="button button-quiet" href="/check">
          {t('common:actions.startOver')}
        </a>
      </p>
    </Page>
  )
}
