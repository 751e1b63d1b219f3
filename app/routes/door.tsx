import { redirectDocument, type ActionFunctionArgs } from '@remix-run/node'
import { useTranslation } from '#app/components/use-translation.ts'
import type { PageHandle } from '#app/root.tsx'
import { isSecure, openVisitCookie } from '#app/security/cookies.server.ts'

export const handle: PageHandle = { bare: true }

/** Opens the site again after an exit, when the person asks for that. */
export function action({ request }: ActionFunctionArgs) {
  return redirectDocument('/', { status: 303, headers: { 'Set-Cookie': openVisitCookie(isSecure(request)) } })
}

/** The exit page, which the Back button shows after an exit. It says nothing about the site. */
export default function Door() {
  const { t } = useTranslation()
  return (
    <div className="flow">
      <h1>{t('start:door.title')}</h1>
      <p>{t('start:door.text')}</p>
      <form method="post" action="/door">
        <button className="button button-quiet" type="submit">
          {t('start:door.open')}
        </button>
      </form>
    </div>
  )
}
