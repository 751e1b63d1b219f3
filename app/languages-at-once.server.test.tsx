import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { lazy, Suspense } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { SentencesProvider, useTranslation } from '#app/components/use-translation.ts'
import { expect, test } from 'vitest'
import { getSentences } from './i18n/resources.server.ts'

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
  const { t, language } = useTranslation()
  return <p lang={language}>{t('common:layout.exit')}</p>
}

async function drawn(language: Language): Promise<string> {
  const body = new PassThrough()
  const { pipe } = renderToPipeableStream(<SentencesProvider value={getSentences(language)}>{pageThatWaits()}</SentencesProvider>, {
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

test('a component outside of a page with sentences fails', () => {
  expect(() => renderToStaticMarkup(<Said />)).toThrow('outside of a page with sentences')
})
