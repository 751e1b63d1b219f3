import { test as base, expect, type Page } from '@playwright/test'
import { APP, EXIT } from './addresses.ts'

/** Every address that a browser may request. None of them has room for an answer. */
const PAGES = [
  'language|door|leave|safety|help|health',
  'check(?:/(?:kinds|place|dates|hours|birth-year|proof|loss-proof|pauses|result|forget|ended|cookies))?',
  'claim(?:/(?:(?:q|autosave)/[a-z-]+|papers/(?:(?:read/)?(?:mail|keep)|official|again)|here|idle|tasks|review|share|suggestions|evidence|packet|save|return|pause|lock|delete|deleted|cookies))?',
].join('|')
const SEARCH = String.raw`\?(?:(?:index|begun|to=[a-z-]+|leaving|chosen=[a-zA-Z-]+|from=review|for=share|kept=1|idle|done=[a-z]+)&?)+`
const ADDRESS = new RegExp(String.raw`^/(?:(?:${PAGES})?(?:${SEARCH})?|assets/[\w.$-]+|favicon\.svg)$`)

/** Chromium reports a form with mistakes (422), a conflict (409), a file that is gone (410) or too large (413) and a missing network as if a file were missing. */
const EXPECTED = /^Failed to load resource: (?:the server responded with a status of (?:409|410|413|422)|net::ERR_INTERNET_DISCONNECTED)/

/** Addresses that belong to every page and are no pages themselves. */
const NO_PAGE = /^\/(assets\/|favicon|__manifest)/

/** Collects errors of a page and of its console, and responses that could be stored or have no content security policy with a nonce. */
export function watchPage(page: Page, app: string, expected: RegExp): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`page error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !expected.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('response', response => {
    const { origin, pathname } = new URL(response.url())
    if (origin !== app || NO_PAGE.test(pathname)) return
    const headers = response.headers()
    if (!/\bno-store\b/.test(headers['cache-control'] ?? '')) faults.push(`may be stored: ${pathname}`)
    if (!/script-src 'self' 'nonce-[\w+/=]{20,}'/.test(headers['content-security-policy'] ?? ''))
      faults.push(`no policy with a nonce: ${pathname}`)
  })
  return faults
}

function watch(page: Page): string[] {
  const faults = watchPage(page, APP, EXPECTED)
  page.on('request', request => {
    const { origin, pathname, search } = new URL(request.url())
    if (origin === APP && !ADDRESS.test(pathname + search)) faults.push(`unexpected address: ${request.url()}`)
    if (origin !== APP && !request.url().startsWith(EXIT) && !request.url().startsWith('data:')) faults.push(`other host: ${request.url()}`)
  })
  return faults
}

/**
 * A test that fails on an error in the console, on an error of the page (such as a violation of the content security policy),
 * on a request to a host other than the exit's, on an unknown address, and on a page that could be stored.
 */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page }, use) => {
      const faults = watch(page)
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
