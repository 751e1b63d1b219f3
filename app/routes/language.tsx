import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFormAction, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { findWayBack } from '#app/features/claim/visit.server.ts'
import { findOfferedLanguage, OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { COOKIE_NAMES, findCookie, isSecure, sessionCookie } from '#app/security/cookies.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readFormData } from '#app/security/forms/read-form-data.server.ts'

export const loader = ({ request }: LoaderFunctionArgs) => ({ back: findWayBack(request) })

/**
 * Keeps the chosen language for this browser session. A language that is not offered changes nothing.
 * A person in the middle of a claim or of the check goes back to it, to the page that they came from.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const chosen = (await readFormData(request, SMALL_FORM)).get('language')
  const language = typeof chosen === 'string' ? findOfferedLanguage(chosen) : null
  const headers = new Headers()
  if (language) headers.set('Set-Cookie', sessionCookie(COOKIE_NAMES.language, language.code, isSecure(request)))
  const inClaim = findCookie(request, COOKIE_NAMES.draft) !== null
  const inCheck = context.services.checkSession.find(request) !== null
  return redirectDocument(findWayBack(request) ?? (inClaim ? '/claim' : inCheck ? '/check' : '/'), { status: 303, headers })
}

export default function ChooseLanguage() {
  const { t } = useTranslation()
  const { back } = useLoaderData<typeof loader>()
  return (
    <Page title={t('start:language.title')} back={back ?? undefined}>
      <p>{t('start:language.text')}</p>
      <form className="flow" method="post" action={useFormAction()}>
        {OFFERED_LANGUAGES.map(language => (
          <button
            className="button button-quiet w-full"
            key={language.code}
            type="submit"
            name="language"
            value={language.code}
            lang={language.code}
            dir={language.direction}
          >
            {language.nativeName}
          </button>
        ))}
      </form>
      <p className="soft">{t('start:language.more')}</p>
    </Page>
  )
}
