import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { PageScriptsProvider } from '#app/components/page-scripts.tsx'
import { clientStatus, logError } from '#app/error-log.server.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { getSentences } from '#app/i18n/resources.server.ts'

const RENDER_TIMEOUT_MS = 10_000
/** More than any page has, so that the stream never waits for a reader. */
const MOST_PAGE_BYTES = 1_048_576

/**
 * Draws one page and sends it whole: nothing on our pages comes later, and in one piece it costs less to send and to compress.
 * With an error the page is still sent, under status 500.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = requestLanguage(request)
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <SentencesProvider value={getSentences(language.code)}>
        <PageScriptsProvider value={{ nonce: loadContext.cspNonce, plain: loadContext.plainScripts }}>
          <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={loadContext.cspNonce} />
        </PageScriptsProvider>
      </SentencesProvider>,
      {
        nonce: loadContext.cspNonce,
        onAllReady() {
          clearTimeout(late)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Content-Language', language.code)
          const page = new PassThrough({ highWaterMark: MOST_PAGE_BYTES })
          pipe(page)
          buffer(page).then(whole => resolve(new Response(whole, { headers, status: finalStatus })), reject)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          logError(error)
        },
      },
    )
    const late = setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref()
  })
}

/** Errors of loaders and actions. What the client has caused is no error. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && clientStatus(error) === null) logError(error)
}
