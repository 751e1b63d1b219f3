import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { NonceProvider } from '#app/components/nonce.tsx'
import { clientStatus, logError } from '#app/error-log.server.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { getI18n } from '#app/i18n/resources.server.ts'

const RENDER_TIMEOUT_MS = 10_000

/** Renders one page as a stream; with an error the page is still sent, under status 500. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = requestLanguage(request)
  const i18n = getI18n(language.code)
  const ready = isbot(request.headers.get('User-Agent') ?? '') ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <NonceProvider value={loadContext.cspNonce}>
          <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={loadContext.cspNonce} />
        </NonceProvider>
      </I18nextProvider>,
      {
        nonce: loadContext.cspNonce,
        [ready]() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Content-Language', language.code)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          logError(error)
        },
      },
    )
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref()
  })
}

/** Errors of loaders and actions; what whoever asked has caused is none. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && clientStatus(error) === null) logError(error)
}
