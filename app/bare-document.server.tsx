import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { getSentences } from './i18n/resources.server.ts'
import type { WithHeaders } from './security/cookies.server.ts'

/**
 * A page without scripts, in the language of the request, for answers that Remix does not make.
 * @param styles addresses of the style sheets of all pages
 */
export function bareDocument(asked: WithHeaders, styles: readonly string[], page: ReactNode): string {
  const language = requestLanguage(asked)
  const sentences = getSentences(language.code)
  return `<!doctype html>${renderToStaticMarkup(
    <SentencesProvider value={sentences}>
      <html lang={language.code} dir={language.direction}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{sentences.t('common:title')}</title>
          {styles.map(href => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
        </head>
        <body>
          <main className="site-main">{page}</main>
        </body>
      </html>
    </SentencesProvider>,
  )}`
}
