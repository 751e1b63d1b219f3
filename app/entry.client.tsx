import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { getLanguage } from '#app/i18n/languages.ts'
import { loadWebResources } from '#app/i18n/load.client.ts'
import { createI18n, sentencesOf } from '#app/i18n/translator.ts'
import { askAgainWhenKeptAlive } from './browser/kept-alive.ts'
import { rememberSentForms } from './components/sent-form.ts'
import { holdPressesOffline } from './press-offline.client.ts'
import { followPlacesInPage } from './places-in-page.client.ts'
import { keepTypedEarly } from './typed-early.client.ts'

/**
 * Waits until Remix has read the data of the page. Until then its root suspends, by throwing a promise before any hook. A press on the page at
 * that moment would make React finish the root at once, which it cannot (its error 345), and the page would stay without JavaScript.
 */
async function dataRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    if (!(pending instanceof Promise)) throw pending
    await pending
  }
}

/** Tells when React has taken the page over; there is no other way to know. */
function TakenOver({ tell }: { readonly tell: () => void }) {
  useLayoutEffect(tell, [tell])
  return null
}

/** Takes over a page of the staff, once its data and the sentences of its language are there. Plain pages do not load this. */
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
  const [resources] = await Promise.all([loadWebResources(code), dataRead()])
  const i18n = createI18n(code, resources)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <SentencesProvider value={sentencesOf(i18n, code)}>
          <RemixBrowser />
          <TakenOver tell={takenOver} />
        </SentencesProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
