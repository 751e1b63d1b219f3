import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { hydrates } from '#app/components/hydrates.ts'
import { PageScriptsProvider } from '#app/components/page-scripts.tsx'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { clientStatus, logError } from '#app/error-log.server.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { getSentences } from '#app/i18n/resources.server.ts'

const RENDER_TIMEOUT_MS = 10_000
/** More than any page has, so that the stream never waits for a reader. */
const MOST_PAGE_BYTES = 1_048_576

/** Draws one page and sends it whole. With an error the page is still sent, under status 500. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = requestLanguage(request)
  const page = (
    <SentencesProvider value={getSentences(language.code)}>
      <PageScriptsProvider value={{ nonce: loadContext.cspNonce, plain: loadContext.plainScripts }}>
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={loadContext.cspNonce} />
      </PageScriptsProvider>
    </SentencesProvider>
  )
  const isPlain = !hydrates(remixContext.staticHandlerContext.location.pathname)
  const drawn = isPlain ? drawPlain(page) : await drawHydrated(page, loadContext.cspNonce)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', language.code)
  return new Response(drawn.html, { headers, status: drawn.failed ? 500 : status })
}

interface Drawn {
  readonly html: string | Buffer<ArrayBuffer>
  readonly failed: boolean
}

/** Draws a page that React does not take over in the browser: nothing in it comes later, and it needs none of React's marks. */
function drawPlain(page: ReactElement): Drawn {
  return { html: `<!DOCTYPE html>${renderToStaticMarkup(page)}`, failed: false }
}

/** Draws a page that React takes over, with the data that it waits for. In one piece it costs less to send and to compress. */
function drawHydrated(page: ReactElement, nonce: string): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(late)
        const whole = new PassThrough({ highWaterMark: MOST_PAGE_BYTES })
        pipe(whole)
        buffer(whole).then(html => resolve({ html, failed }), reject)
      },
      onShellError: reject,
      onError(error) {
        failed = true
        logError(error)
      },
    })
    const late = setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref()
  })
}

/** Errors of loaders and actions. What the client has caused is no error. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && clientStatus(error) === null) logError(error)
}
