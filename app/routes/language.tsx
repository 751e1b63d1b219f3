import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFormAction, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { LanguageButtons, STAYS } from '#app/components/language-buttons.tsx'
import { Page } from '#app/components/page.tsx'
import { findWayBack, seeOther } from '#app/features/claim/visit.server.ts'
import { findOfferedLanguage, OFFERED_LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { bringsNoCookie, COOKIE_NAMES, findCookie, isSecure, sessionCookie } from '#app/security/cookies.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readFormData } from '#app/security/forms/read-form-data.server.ts'

/** Mark of the address to which a choice leads in a browser that brought no cookie. It names the chosen language. */
const CHOSEN = 'chosen'

export function loader({ request }: LoaderFunctionArgs) {
  const chosen = findOfferedLanguage(new URL(request.url).searchParams.get(CHOSEN))
  if (chosen && findCookie(request, COOKIE_NAMES.language) !== null) throw seeOther('/')
  return { back: findWayBack(request), notKept: chosen && notKept(chosen) }
}

/** What to say to a person whose browser did not keep the chosen language, in that language. */
function notKept({ code, direction }: Language) {
  const t = getTranslate(code)
  return { code, direction, paragraphs: [t('start:language.notKept'), t('start:language.turnOn')] }
}

/**
 * Keeps the chosen language for this browser session. A language that is not offered changes nothing.
 * A person in the middle of a claim or of the check goes back to it, to the page that they came from. Who chooses on the first page stays there.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readFormData(request, SMALL_FORM)
  const chosen = form.get('language')
  const language = typeof chosen === 'string' ? findOfferedLanguage(chosen) : null
  const headers = new Headers()
  if (language) headers.set('Set-Cookie', sessionCookie(COOKIE_NAMES.language, language.code, isSecure(request)))
  if (language && bringsNoCookie(request)) return redirectDocument(`/language?${CHOSEN}=${language.code}`, { status: 303, headers })
  if (form.has(STAYS)) return redirectDocument('/', { status: 303, headers })
  const inClaim = findCookie(request, COOKIE_NAMES.draft) !== null
  const inCheck = context.services.checkSession.find(request) !== null
  return redirectDocument(findWayBack(request) ?? (inClaim ? '/claim' : inCheck ? '/check' : '/'), { status: 303, headers })
}

export default function ChooseLanguage() {
  const { t } = useTranslation()
  const { back, notKept } = useLoaderData<typeof loader>()
  return (
    <Page title={t('start:language.title')} back={back ?? undefined}>
      {notKept ? (
        <section className="notice flow-tight" role="status" lang={notKept.code} dir={notKept.direction}>
          {notKept.paragraphs.map(words => (
            <p key={words}>{words}</p>
          ))}
        </section>
      ) : null}
      <p>{t('start:language.text')}</p>
      <form className="flow" method="post" action={useFormAction()}>
        <LanguageButtons languages={OFFERED_LANGUAGES} className="button button-quiet w-full" />
      </form>
      <p className="soft">{t('start:language.more')}</p>
    </Page>
  )
}
