import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { loadWebResources } from '#app/i18n/load.client.ts'
import { createI18n } from '#app/i18n/translator.ts'
import { askAgainWhenKeptAlive } from './browser/kept-alive.ts'
import { rememberSentForms } from './components/sent-form.ts'
import { holdPressesOffline } from './press-offline.client.ts'
import { followPlacesInPage } from './places-in-page.client.ts'
import { keepTypedEarly } from './typed-early.client.ts'

/**
 * Waits until Remix has read the data of the page. Its root suspends until then, and before any hook: a press on the page in that
 * moment would make React finish the root at once, which it cannot (its error 345), and the page would stay without JavaScript.
 */
async function dataRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    if (!(pending instanceof Promise)) throw pending
    await pending
  }
}

/** The sentences of the staff's pages, on these pages alone. */
async function findWorkSentences(language: LanguageCode) {
  if (!/^\/work(\/|$)/.test(window.location.pathname)) return undefined
  return (await import('#app/i18n/load-work.client.ts')).loadWorkSentences(language)
}

/** Says when React has taken the page over: nothing else tells. */
function TakenOver({ tell }: { readonly tell: () => void }) {
  useLayoutEffect(tell, [tell])
  return null
}

/** Takes over the page that the server has drawn, once its data and the sentences of its language are there. */
async function hydrate(): Promise<void> {
  askAgainWhenKeptAlive()
  followPlacesInPage()
  const [putBack, sendHeld] = [keepTypedEarly(), holdPressesOffline()]
  rememberSentForms()
  const takenOver = () => {
    putBack()
    // Once React has finished.
    queueMicrotask(sendHeld)
  }
  const { code } = getLanguage(document.documentElement.lang)
  const [resources, work] = await Promise.all([loadWebResources(code), findWorkSentences(code), dataRead()])
  const i18n = createI18n(code, resources)
  for (const [namespace, sentences] of Object.entries(work ?? {})) i18n.addResourceBundle(code, namespace, sentences)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
          <TakenOver tell={takenOver} />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
