import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { TrainingBand, TrainingMark, TrainingPanel } from '#app/features/training/training-marks.tsx'
import { trainingFrame } from '#app/features/training/training-frame.server.ts'
import { EnterButton } from '#app/components/enter-button.tsx'
import { ExitLink } from '#app/components/exit-link.tsx'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { hydrates } from '#app/components/hydrates.ts'
import { PlainPageScripts, usePageScripts } from '#app/components/page-scripts.tsx'
import { forgetSentForm } from '#app/components/sent-form.ts'
import './styles/app.css'
import trainingStyles from './styles/training.css?url'

/** The language of the page, when a claim closes by itself, and in training what stands around it; nothing else is common to all pages. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const { code, direction, review } = requestLanguage(request)
  return { code, direction, review, idleMinutes: STORAGE_TERMS.minutes, training: await trainingFrame(services, request) }
}

/** What a route may say about its page through `handle`. */
export interface PageHandle {
  /** Without name, links and footer: the page must say nothing about the site. */
  readonly bare?: boolean
  /** A page beside the claim that shows nothing of it: it may stay open. */
  readonly mayStayOpen?: boolean
  /** Id of the page's form, which Help and Language save first: they are buttons of it. Its own button has the intent "answer". */
  readonly savesFirst?: string
}

/** Whether the page shows a claim, so that it closes when the claim does. */
const useClosesWithClaim = () =>
  useMatches().some(({ id, handle }) => id.startsWith('routes/claim.') && !(handle as PageHandle | undefined)?.mayStayOpen)

/** Nothing of it changes from page to page of the staff: a language is chosen on a plain page, and training has no pages of the staff. */
export const shouldRevalidate = () => false

/** The document around every page, error pages too. Titles stay neutral: another person may see the list of open windows. */
export function Layout({ children }: { children: ReactNode }) {
  const { t, language: drawnIn } = useTranslation()
  const language = useRouteLoaderData<typeof loader>('root')
  const { nonce } = usePageScripts()
  const isPlain = !hydrates(useLocation().pathname)
  const closes = useClosesWithClaim()
  // A page that answers nothing but a fault has no data of ours.
  const idleMinutes = closes ? language?.idleMinutes : undefined
  return (
    <html lang={language?.code ?? drawnIn} dir={language?.direction ?? 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{t('common:title')}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {idleMinutes ? (
          <noscript>
            <meta httpEquiv="refresh" content={`${idleMinutes * 60}; url=/claim/return`} />
          </noscript>
        ) : null}
        <Meta />
        <Links />
        {language?.training ? <link rel="stylesheet" href={trainingStyles} /> : null}
        {isPlain ? <PlainPageScripts /> : null}
      </head>
      <body>
        {children}
        {idleMinutes ? <div data-idle-end={idleMinutes} /> : null}
        {language?.training ? <TrainingBand frame={language.training} /> : null}
        {language?.training ? <TrainingMark frame={language.training} /> : null}
        {isPlain ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

/** Help and Language, the ways out of every page. */
function SiteLinks({ savesFirst }: { readonly savesFirst: string | undefined }) {
  const { t } = useTranslation()
  const ways = [
    ['help', t('common:layout.help')],
    ['language', t('common:layout.language')],
  ] as const
  return (
    <nav className="site-links">
      {savesFirst ? <EnterButton form={savesFirst} value="answer" /> : null}
      {ways.map(([page, name]) =>
        savesFirst ? (
          <button className="link-button" key={page} type="submit" form={savesFirst} name="intent" value={page}>
            {name}
          </button>
        ) : (
          <a key={page} href={`/${page}`}>
            {name}
          </a>
        ),
      )}
    </nav>
  )
}

function SiteFrame({ savesFirst, children }: { readonly savesFirst?: string | undefined; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const language = useRouteLoaderData<typeof loader>('root')
  return (
    <>
      <a className="skip-link" href="#main">
        {t('common:layout.skip')}
      </a>
      <header className="site-header">
        <div className="site-bar">
          <a className="site-name" href="/">
            {t('common:siteName')}
          </a>
          <ExitLink />
        </div>
      </header>
      <SiteLinks savesFirst={savesFirst} />
      <main className="site-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {language?.training?.panel ? <TrainingPanel panel={language.training.panel} /> : null}
      <footer className="site-footer">
        <div className="site-footer-inner">
          <p>{t('common:layout.notGovernment')}</p>
          <p>{t('common:layout.notReviewed')}</p>
          {language?.training ? null : (
            <p>
              <a href="/work">{t('common:layout.advocates')}</a>
            </p>
          )}
          {language?.review === 'drafted-by-machine' ? <p>{t('common:layout.translation')}</p> : null}
        </div>
      </footer>
    </>
  )
}

export default function App() {
  const { key } = useLocation()
  const shown = useRef(key)
  // Only where another page has come: a form may leave the first one before its effects have run.
  useEffect(() => {
    if (shown.current !== key) forgetSentForm()
    shown.current = key
  }, [key])
  const matches = useMatches()
  const handles = matches.map(({ handle }) => handle as PageHandle | undefined)
  if (handles.some(handle => handle?.bare)) {
    return (
      <main className="site-main">
        <Outlet />
      </main>
    )
  }
  // A page in which something failed may not have the form.
  const whole = handles.filter((_, index) => matches[index]?.data !== undefined)
  return (
    <SiteFrame savesFirst={whole.find(handle => handle?.savesFirst)?.savesFirst}>
      <Outlet />
    </SiteFrame>
  )
}

export function ErrorBoundary() {
  return (
    <SiteFrame>
      <ProblemPage error={useRouteError()} />
    </SiteFrame>
  )
}
