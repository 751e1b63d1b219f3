import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { getLanguage } from '#app/i18n/languages.ts'
import { loadWebResources } from '#app/i18n/load.client.ts'
import { createI18n } from '#app/i18n/translator.ts'

/** Takes over the page that the server has drawn, once the sentences of its language are there. */
async function hydrate(): Promise<void> {
  const { code } = getLanguage(document.documentElement.lang)
  const i18n = createI18n(code, await loadWebResources(code))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
