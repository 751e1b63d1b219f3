import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { requestLanguage } from './security/request-language.server.ts'
import { getI18n } from './i18n/resources.server.ts'
import type { WithHeaders } from './security/cookies.server.ts'

/**
 * A page without scripts, in the language of the request, for answers that Remix does not make.
 * @param styles addresses of the style sheets of all pages
 */
export function bareDocument(asked: WithHeaders, styles: readonly string[], page: ReactNode): string {
  const language = requestLanguage(asked)
  const i18n = getI18n(language.code)
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
          <main className="site-main">{page}</main>
        </body>
      </html>
    </I18nextProvider>,
  )}`
}
