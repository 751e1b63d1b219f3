import type { ErrorRequestHandler } from 'express'
import { bareDocument } from './bare-document.server.tsx'
import { ProblemWords, type Problem } from './components/problem-page.tsx'
import { clientStatus, logError } from './error-log.server.ts'

/**
 * Answers requests that failed or were refused outside of Remix. It does not log an error that the client caused, or a request that was
 * given up. Every other error is a fault of ours.
 * @param styles addresses of the style sheets of all pages
 */
export const lastAnswer =
  (styles: readonly string[]): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const status = clientStatus(error)
    if (status === null && !response.closed) logError(error)
    if (response.headersSent) return void response.destroy()
    const asked = { headers: { get: (name: string) => request.get(name) ?? null } }
    response
      .status(status ?? 500)
      .set('Cache-Control', 'no-store')
      .type('text/html')
      .send(bareDocument(asked, styles, <ProblemWords problem={problemOf(status)} />))
  }

function problemOf(status: number | null): Problem {
  if (status === null) return 'ours'
  return status === 403 ? 'notTaken' : 'notFound'
}
