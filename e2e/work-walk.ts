import type { Page } from '@playwright/test'
import { codeAt, TEST_PASSWORD } from '#app/data/testing/casework-fixture.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { WORK } from './work-server.ts'
import { wholeText } from './whole-text.ts'

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Chooses the language of a browser's pages. */
export async function speak(page: Page, language: Language): Promise<ReturnType<typeof sentences>> {
  await page.context().addCookies([{ name: 'lang', value: language, url: WORK }])
  return sentences(language)
}

/** Opens a one-time link. With JavaScript the link opens by itself; without, the person pastes it into the page. */
export async function openLink(page: Page, language: Language, link: string, javaScript: boolean): Promise<void> {
  const t = sentences(language)
  if (javaScript) {
    await page.goto(link)
    await expect(page.getByRole('button', { name: t('work:join.submit') })).toBeVisible()
    expect(page.url()).toBe(`${WORK}/work/join`)
    return
  }
  await page.goto('/work/join')
  await page.getByLabel(t('work:join.link')).fill(link)
  await page.getByRole('button', { name: t('work:join.open') }).click()
  await expect(page.getByRole('button', { name: t('work:join.submit') })).toBeVisible()
}

/** What a new member then holds: the phone's secret and the paper codes. */
export interface Holds {
  readonly secret: string
  readonly codes: readonly string[]
}

/** Fills in the form of a link with a password and a code of a phone, which got its secret from the page. */
export async function joinWithPassword(
  page: Page,
  language: Language,
  who: { readonly name: string; readonly login: string; readonly organization?: string },
): Promise<Holds> {
  const t = sentences(language)
  if (who.organization) await page.getByLabel(t('work:join.organization')).fill(who.organization)
  await page.getByLabel(t('work:join.name')).fill(who.name)
  await page.getByLabel(t('work:join.login')).fill(who.login)
  return choosePassword(page, language)
}

/** Fills in the part of that form about the way to sign in. */
async function choosePassword(page: Page, language: Language): Promise<Holds> {
  const t = sentences(language)
  const secret = (await wholeText(page.locator('.code-key code'))).replaceAll(' ', '')
  await page.getByLabel(t('work:join.password'), { exact: true }).fill(TEST_PASSWORD)
  await page.getByLabel(t('work:join.code'), { exact: true }).fill(codeAt(secret, Date.now()))
  await page.getByRole('button', { name: t('work:join.submit') }).click()
  await expect(heading(page)).toHaveText(t('work:codes.title'))
  return { secret, codes: await shownCodes(page) }
}

/** All paper codes that a page shows, even if the page arrives slowly. */
export async function shownCodes(page: Page): Promise<string[]> {
  const codes = page.locator('.paper-codes code')
  await expect(codes).toHaveCount(10)
  await page.waitForLoadState()
  return codes.allTextContents()
}

/** Signs in with a login, a code and a password. */
export async function signIn(
  page: Page,
  language: Language,
  login: string,
  code: string,
  password = TEST_PASSWORD,
  origin = '',
): Promise<void> {
  const t = sentences(language)
  await page.goto(`${origin}/work/sign-in`)
  await page.getByLabel(t('work:signIn.login')).fill(login)
  await page.getByLabel(t('work:signIn.password'), { exact: true }).fill(password)
  await page.getByLabel(t('work:signIn.code'), { exact: true }).fill(code)
  await page.getByRole('button', { name: t('work:signIn.submit'), exact: true }).click()
}

/** Invites a member. Returns the one-time link. */
export async function invite(page: Page, language: Language, role: string, name = ''): Promise<string> {
  const t = sentences(language)
  await page.goto('/work/members')
  await page.getByLabel(t('work:members.name')).fill(name)
  await page.locator('#role').selectOption(role)
  await page.getByRole('button', { name: t('work:members.invite') }).click()
  return wholeText(page.locator('.one-time-link'))
}

/** Gives the browser a virtual device that makes and keeps passkeys and always confirms that the person is present. */
export async function addDevice(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
