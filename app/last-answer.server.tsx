import type { ErrorRequestHandler } from 'express'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { ProblemWords, type Problem } from './components/problem-page.tsx'
import { clientStatus, logError } from './error-log.server.ts'
import { requestLanguage } from './i18n/request-language.server.ts'
import { loadResources } from './i18n/resources.server.ts'
import { createI18n } from './i18n/translator.ts'
import type { WithHeaders } from './security/cookies.server.ts'

/**
 * Answers what failed or was refused before or beside Remix. What whoever asked has caused is answered and not written down,
 * nor is a request that was given up; everything else is a fault of ours.
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
      .send(problemDocument(asked, problemOf(status), styles))
  }

function problemOf(status: number | null): Problem {
  if (status === null) return 'ours'
  return status === 403 ? 'notTaken' : 'notFound'
}

/** A page without scripts, in the language of whoever asks. */
function problemDocument(asked: WithHeaders, problem: Problem, styles: readonly string[]): string {
  const language = requestLanguage(asked)
  const i18n = createI18n(language.code, loadResources(language.code))
  return `<!doctype html>${renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <html lang={language.code} dir={language.direction}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{i18n.t('common:title')}</title>
          {styles.map(href => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
        </head>
        <body>
          <main className="site-main">
            <ProblemWords problem={problem} />
          </main>
        </body>
      </html>
    </I18nextProvider>,
  )}`
}
