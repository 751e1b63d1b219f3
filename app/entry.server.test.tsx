import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { Scripts, useLoaderData } from '@remix-run/react'
import { expect, test, vi } from 'vitest'
import { hydrates } from './components/hydrates.ts'
import { useTranslation } from './components/use-translation.ts'
import * as entry from './entry.server.tsx'

/** A page with two texts beside each other, where React needs a mark if it takes the page over. */
function Page() {
  const { t } = useTranslation()
  const { path } = useLoaderData<{ readonly path: string }>()
  if (path.endsWith('broken')) throw new Error('cannot be drawn')
  return (
    <html lang="en">
      <body>
        <p>
          {t('common:layout.exit')} {path}
        </p>
        {hydrates(path) ? <Scripts /> : null}
      </body>
    </html>
  )
}

const module = {
  default: Page,
  loader: ({ request }: { readonly request: Request }) => ({ path: new URL(request.url).pathname }),
  ErrorBoundary: () => <p id="problem" />,
}

const answer = createRequestHandler(
  {
    entry: { module: entry },
    routes: { root: { id: 'root', path: '*', module } },
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: { root: { id: 'root', path: '*', hasLoader: true, module: '/root.js' } },
      url: '/manifest.js',
      version: '1',
    },
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild,
  'production',
)

async function draw(path: string, headers: Record<string, string> = {}) {
  const drawn = await answer(new Request(`http://localhost${path}`, { headers }), { cspNonce: 'n' } as AppLoadContext)
  return { status: drawn.status, language: drawn.headers.get('Content-Language'), html: await drawn.text() }
}

test('a plain page has nothing that React would need in the browser', async () => {
  expect(await draw('/claim/q/story')).toEqual({
    status: 200,
    language: 'en',
    html: '<!DOCTYPE html><html lang="en"><body><p>Leave now /claim/q/story</p></body></html>',
  })
  expect((await draw('/help', { 'Accept-Language': 'es' })).html).toContain('<p>Salir ya /help</p>')
})

test('a page that hydrates has its marks and its data', async () => {
  const { status, html } = await draw('/work/cases')
  expect(status).toBe(200)
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"><body><p>Leave now<!-- --> <!-- -->\/work\/cases<\/p>/)
  expect(html).toContain('window.__remixContext.streamController.enqueue(')
})

test('a page that cannot be drawn is drawn as a problem and logged', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  for (const path of ['/claim/broken', '/work/broken']) {
    const { status, html } = await draw(path)
    expect([status, html]).toEqual([500, expect.stringContaining('<p id="problem"></p>')])
    expect(log).toHaveBeenCalled()
    log.mockClear()
  }
  log.mockRestore()
})
