import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { lazy, Suspense } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { expect, test } from 'vitest'
import { getI18n } from './i18n/resources.server.ts'

const SENTENCES = { en: 'Leave now', es: 'Salir ya' } as const
type Language = keyof typeof SENTENCES

/** Waits in the middle of the page, so that others are drawn meanwhile. */
function pageThatWaits() {
  const Later = lazy(async () => {
    await new Promise(setImmediate)
    return { default: Said }
  })
  return (
    <>
      <Said />
      <Suspense>
        <Later />
      </Suspense>
    </>
  )
}

function Said() {
  const { t, i18n } = useTranslation()
  return <p lang={i18n.language}>{t('common:layout.exit')}</p>
}

async function drawn(language: Language): Promise<string> {
  const body = new PassThrough()
  const { pipe } = renderToPipeableStream(<I18nextProvider i18n={getI18n(language)}>{pageThatWaits()}</I18nextProvider>, {
    onAllReady: () => pipe(body),
  })
  return text(body)
}

test('pages in two languages that are drawn at once do not mix', async () => {
  const languages = Array.from({ length: 20 }, (_, place): Language => (place % 2 === 0 ? 'en' : 'es'))
  const pages = await Promise.all(languages.map(drawn))
  for (const [place, page] of pages.entries()) {
    const own = languages[place] ?? 'en'
    const paragraph = `<p lang="${own}">${SENTENCES[own]}</p>`
    expect(page.split(paragraph)).toHaveLength(3)
    expect(page).not.toContain(SENTENCES[own === 'en' ? 'es' : 'en'])
  }
})
