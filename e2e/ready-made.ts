import path from 'node:path'
import type { Page } from '@playwright/test'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { openStore, type Store } from '#app/data/store.server.ts'
import { createCheckSession } from '#app/security/check-session.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { APP, DATA } from './addresses.ts'

/** The store of the app under test, opened beside the server once in each test process. */
let opened: Promise<Store> | undefined
const store = () => (opened ??= openStore({ dataDirectory: DATA, keyFile: path.join(DATA, 'master.key') }))

const giveCookies = (page: Page, cookies: Readonly<Record<string, string>>) =>
  page
    .context()
    .addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: APP, httpOnly: true, sameSite: 'Lax' as const })))

/**
 * Gives the browser an open claim with these answers, as if a person had typed them. The claim is written straight into the store.
 * `claim.spec.ts` tests the pages themselves.
 */
export async function openClaim(page: Page, language: LanguageCode, answers: ClaimAnswers = {}): Promise<void> {
  const { session } = await (await store()).drafts.create({ answers, language })
  await giveCookies(page, { [COOKIE_NAMES.draft]: session, [COOKIE_NAMES.language]: language })
}

/** Gives the browser a check with these answers, as if a person had typed them. `check.spec.ts` tests the pages themselves. */
export async function openCheck(page: Page, language: LanguageCode, answers: object): Promise<void> {
  const session = createCheckSession((await store()).keyFor('check-session'), Date.now)
  const [, value = ''] = /=([^;]*)/.exec(session.keep(new Request(APP), answers)) ?? []
  await giveCookies(page, { [COOKIE_NAMES.check]: value, [COOKIE_NAMES.language]: language })
}
