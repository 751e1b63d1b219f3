import path from 'node:path'
import Database from 'better-sqlite3'
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect, watchPage } from './fixtures.ts'
import { expectSound } from './sound.ts'
import { startWorkServer, WORK, WORK_DATA } from './work-server.ts'
import { addDevice, heading, invite, joinWithPassword, openLink, shownCodes, signIn, speak, type Holds } from './work-walk.ts'

/** Chromium reports refused forms and pages, and scripts that a test blocks, as if a file were missing. */
const EXPECTED = /^Failed to load resource: (?:the server responded with a status of (?:403|404|422|429)|net::ERR_BLOCKED_BY_CLIENT)/

/** A test that fails on an error in the console, a request to another host, a response that could be stored, or a secret in an address. */
const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page }, use) => {
      const faults = watchPage(page, WORK, EXPECTED)
      page.on('request', request => {
        const { origin, pathname, search } = new URL(request.url())
        if (origin !== WORK) faults.push(`other host: ${request.url()}`)
        if (/[\w-]{43}/.test(pathname.replace(/^\/assets\/.*/, '') + search)) faults.push(`secret in an address: ${request.url()}`)
      })
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

// All tests use one server and one organization that grows, so they run one after another.
test.describe.configure({ mode: 'serial' })
test.use({ baseURL: WORK })

let server: Awaited<ReturnType<typeof startWorkServer>>
let owner: Holds
const t = sentences('en')

test.beforeAll(async () => {
  server = await startWorkServer()
})
test.afterAll(() => server.stop())
// All these people share one IP address, and a fast machine sends more forms in a minute than one address may send.
test.beforeEach(() => inDatabase(database => database.prepare('DELETE FROM RateLimit').run()))

/** Runs a function on the server's SQLite file. */
function inDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(path.join(WORK_DATA, 'claims.sqlite'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** Number of the owner's paper codes that are used up. Each code works once. */
let paper = 0
const ownerIn = async (page: Page, language: Language = 'en') => {
  await speak(page, language)
  await signIn(page, language, 'ana.owner', owner.codes[paper++] ?? '')
  await expect(heading(page)).toHaveText(sentences(language)('work:home.title'))
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the first owner sets the organization up with the link that the server prints, which works once', async ({ page }) => {
    await speak(page, 'en')
    await page.goto('/work')
    await expect(page).toHaveURL('/work/sign-in')
    await expect(page.getByText(t('work:signIn.passkeyNeeds'))).toBeVisible()
    await openLink(page, 'en', server.link, false)
    await page.getByRole('button', { name: t('work:join.submit') }).click()
    await expect(page.getByRole('alert')).toContainText(t('work:errors.login'))
    owner = await joinWithPassword(page, 'en', { organization: 'Casa Ejemplo', name: 'Ana Ejemplo', login: 'ana.owner' })
    await page.getByRole('link', { name: t('work:codes.done') }).click()
    await expect(page.getByText(t('work:home.lede', { name: 'Ana Ejemplo' }))).toBeVisible()
    await page.goto('/work/join')
    await page.getByLabel(t('work:join.link')).fill(server.link)
    await page.getByRole('button', { name: t('work:join.open') }).click()
    await expect(page.getByRole('alert')).toContainText(t('work:join.gone'))
  })

  test('a password with a paper code signs in, wrong ones all get the same answer, and signing out ends the session', async ({ page }) => {
    await speak(page, 'en')
    for (const [login, password, code] of [
      ['ana.owner', 'not the password', owner.codes[9]],
      ['nobody', 'not the password', '123456'],
      ['ana.owner', undefined, '123456'],
    ] as const) {
      await signIn(page, 'en', login, code ?? '', password)
      await expect(page.getByRole('alert')).toContainText(t('work:signIn.wrong'))
    }
    await ownerIn(page)
    await page.getByRole('button', { name: t('work:nav.signOut') }).click()
    await expect(page).toHaveURL('/work/sign-in')
    await page.goto('/work/members')
    await expect(page).toHaveURL('/work/sign-in')
  })

  test('a supervisor is invited, joins, and sees only what the role allows', async ({ page, browser }) => {
    await ownerIn(page)
    const link = await invite(page, 'en', 'supervisor', 'Sol')
    const second = await browser.newPage({ baseURL: WORK, javaScriptEnabled: false })
    await speak(second, 'es')
    await openLink(second, 'es', link, false)
    await joinWithPassword(second, 'es', { name: 'Sol Ejemplo', login: 'sol' })
    await second.goto('/work/members')
    await expect(second.getByText('Ana Ejemplo').first()).toBeVisible()
    await expect(second.locator('#role option')).toHaveText([
      sentences('es')('work:members.choose'),
      'Persona que lleva casos (caseworker)',
      'Voluntariado',
    ])
    expect((await second.request.post(`${WORK}/work/teams`, { form: { intent: 'add', name: 'X' } })).status()).toBe(403)
    expect((await second.request.post(`${WORK}/work?index`, { form: { name: 'X', idle: '10' } })).status()).toBe(403)
    await second.close()
  })
})

test('a new member opens the link, joins with a passkey, and signs in with it', async ({ page, browser }) => {
  await ownerIn(page)
  const link = await invite(page, 'en', 'volunteer', 'Vic')
  const second = await browser.newPage({ baseURL: WORK })
  await speak(second, 'en')
  await addDevice(second)
  await openLink(second, 'en', link, true)
  await second.getByLabel(t('work:join.name')).fill('Vic Ejemplo')
  await second.getByLabel(t('work:join.login')).fill('vic')
  await second.getByRole('button', { name: t('work:join.passkey') }).click()
  await expect(heading(second)).toHaveText(t('work:home.title'))
  await expect(second.getByText(t('work:roleHint.volunteer'))).toBeVisible()
  await second.getByRole('button', { name: t('work:nav.signOut') }).click()
  await expect(second).toHaveURL('/work/sign-in')
  await second.getByRole('button', { name: t('work:signIn.passkey') }).click()
  await expect(second.getByText(t('work:home.lede', { name: 'Vic Ejemplo' }))).toBeVisible()
  await second.goto('/work/members')
  await expect(second.locator('#role')).toHaveCount(0)
  await expect(second.getByText('Sol Ejemplo')).toBeVisible()
  expect((await second.request.post(`${WORK}/work/members`, { form: { intent: 'invite', role: 'volunteer' } })).status()).toBe(403)
  await second.close()
})

test('a passkey is added, used and removed, but the last way to sign in cannot be removed', async ({ page }) => {
  await ownerIn(page)
  await addDevice(page)
  await page.goto('/work/security')
  await page.getByRole('button', { name: t('work:security.add') }).click()
  await expect(page.getByRole('status').first()).toHaveText(t('work:security.done'))
  await page.getByRole('button', { name: t('work:nav.signOut') }).click()
  await page.getByRole('button', { name: t('work:signIn.passkey') }).click()
  await expect(heading(page)).toHaveText(t('work:home.title'))
  await page.goto('/work/security')
  await page
    .getByRole('button', { name: t('work:security.remove'), exact: false })
    .first()
    .click()
  await expect(page.getByText(t('work:security.noPasskeys'))).toBeVisible()
  await page.getByRole('button', { name: t('work:security.removePassword') }).click()
  await expect(page.getByRole('alert')).toContainText(t('work:security.lastWay'))
  await page.getByRole('button', { name: t('work:security.newCodes') }).click()
  await expect(heading(page)).toHaveText(t('work:codes.title'))
  const codes = await shownCodes(page)
  expect(codes.filter(code => owner.codes.includes(code))).toEqual([])
  const old = owner.codes[9] ?? ''
  owner = { ...owner, codes }
  paper = 0
  await signIn(page, 'en', 'ana.owner', old)
  await expect(page.getByRole('alert')).toContainText(t('work:signIn.wrong'))
})

test('a session in another browser can be ended, and a member who loses access is signed out at once', async ({ page, browser }) => {
  const second = await browser.newPage({ baseURL: WORK })
  await ownerIn(second)
  await ownerIn(page)
  await page.goto('/work/security')
  await page.getByRole('button', { name: t('work:security.endOthers') }).click()
  await expect(page.getByRole('status').first()).toHaveText(t('work:security.done'))
  await second.goto('/work/members')
  await expect(second).toHaveURL('/work/sign-in')
  await expect(second.getByText(t('work:signIn.ended'))).toBeVisible()
  const link = await invite(page, 'en', 'caseworker')
  await openLink(second, 'en', link, true)
  await joinWithPassword(second, 'en', { name: 'Cal Ejemplo', login: 'cal' })
  await page.goto('/work/members')
  await page.getByText(t('work:members.change', { name: 'Cal Ejemplo' })).click()
  const card = page.getByRole('listitem').filter({ hasText: 'Cal Ejemplo' })
  await card.getByRole('button', { name: t('work:members.disable') }).click()
  await expect(card).toContainText(t('work:members.disabled'))
  await second.goto('/work')
  await expect(second).toHaveURL('/work/sign-in')
  await second.close()
})

test('the page is hidden and the session ends after the idle minutes', async ({ page }) => {
  await ownerIn(page)
  await page.clock.install()
  await page.goto('/work/members')
  await expect(page.getByRole('heading', { name: 'Sol Ejemplo' })).toBeVisible()
  const seen = new Date(Date.now() - 16 * 60_000).toISOString().replace('Z', '+00:00')
  const { changes } = inDatabase(database => database.prepare('UPDATE StaffSession SET lastSeenAt = ?').run(seen))
  expect(changes).toBeGreaterThan(0)
  await page.clock.runFor(14 * 60_000)
  await expect(page.getByRole('heading', { name: 'Sol Ejemplo' })).toBeVisible()
  // The minutes count from the start of the page's scripts, which can be later than the page is visible.
  await expect(async () => {
    await page.clock.runFor(2 * 60_000)
    await expect(page).toHaveURL('/work/sign-in', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText(t('work:signIn.ended'))).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sol Ejemplo' })).toHaveCount(0)
})

test('the exit ends the session too', async ({ page }) => {
  await ownerIn(page)
  const cookies = await page.context().cookies()
  expect((await page.request.get(`${WORK}/leave`, { maxRedirects: 0 })).status()).toBe(303)
  await page.context().clearCookies()
  await page.context().addCookies(cookies)
  await page.goto('/work')
  await expect(page).toHaveURL('/work/sign-in')
})

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const scripts of [true, false]) {
    test.describe(`every page in ${language} ${scripts ? 'with' : 'without'} our scripts`, () => {
      test.use({ colorScheme: scripts ? 'light' : 'dark', viewport: scripts ? { width: 360, height: 740 } : { width: 1280, height: 900 } })
      // axe is a script too, so only our own scripts are blocked.
      const prepare = (context: BrowserContext) =>
        scripts ? undefined : context.route('**/assets/*.js', route => route.abort('blockedbyclient'))

      test('is accessible, also with mistakes', async ({ page, browser }) => {
        const say = sentences(language)
        const sound = (which: Page, name: string) => expectSound(which, `${language}-work-${name}`)
        await prepare(page.context())
        await speak(page, language)
        await signIn(page, language, 'ana.owner', '', '')
        await expect(page.getByRole('alert')).toBeVisible()
        await sound(page, 'sign-in-error')
        await page.goto('/work/join')
        await sound(page, 'join-link')
        await page.getByRole('button', { name: say('work:join.open') }).click()
        await expect(page.getByRole('alert')).toContainText(say('work:join.gone'))
        await sound(page, 'join-gone')
        await ownerIn(page, language)
        await sound(page, 'home')
        await page.locator('#idle').fill('1')
        await page.getByRole('button', { name: say('work:home.save') }).click()
        await expect(page.getByRole('alert')).toBeVisible()
        await sound(page, 'home-error')
        await page.goto('/work/teams')
        await page.getByLabel(say('work:teams.newName')).fill(`Team ${language} ${scripts}`)
        await page.getByRole('button', { name: say('work:teams.add') }).click()
        await expect(page.getByText(`Team ${language} ${scripts}`).first()).toBeVisible()
        await page.waitForLoadState()
        for (const summary of await page.locator('summary').all()) await summary.click()
        await sound(page, 'teams')
        await page.goto('/work/security')
        await page.locator('summary').first().click()
        await page.getByRole('button', { name: say('work:security.set') }).click()
        await expect(page.getByRole('alert')).toBeVisible()
        await sound(page, 'security-error')
        const link = await invite(page, language, 'volunteer', 'Tala')
        await sound(page, 'members-link')
        await page.goto('/work/members')
        await page.locator('summary').nth(1).click()
        await sound(page, 'members')
        const context = await browser.newContext({ baseURL: WORK, viewport: page.viewportSize() })
        await prepare(context)
        const second = await context.newPage()
        await speak(second, language)
        await openLink(second, language, link, scripts)
        await sound(second, 'join')
        await second.getByRole('button', { name: say('work:join.submit') }).click()
        await expect(second.getByRole('alert')).toBeVisible()
        await sound(second, 'join-error')
        await joinWithPassword(second, language, { name: 'Tala', login: `tala-${language}-${scripts}` })
        await sound(second, 'codes')
        await second.goto('/work/members')
        await sound(second, 'members-volunteer')
        await context.close()
      })
    })
  }
}

test('tries of a login are slowed, whether the login exists or not', async ({ page }) => {
  await speak(page, 'en')
  for (const login of ['ana.owner', 'nobody-at-all']) {
    for (let tries = 0; tries <= TRY_LIMITS.row.tries; tries++) {
      const response = await page.request.post(`${WORK}/work/sign-in`, { form: { login, password: 'wrong', code: '123456' } })
      if (tries === TRY_LIMITS.row.tries) expect(response.status()).toBe(429)
      else expect([422, 429]).toContain(response.status())
    }
    await signIn(page, 'en', login, '123456', 'wrong')
    await expect(page.getByRole('alert')).toContainText(/Please wait \d+ minutes/)
  }
})

test('the members’ pages need a session, and an unknown address is not found', async ({ page }) => {
  for (const address of ['/work', '/work/members', '/work/teams', '/work/security']) {
    await page.goto(address)
    await expect(page).toHaveURL('/work/sign-in')
  }
  expect((await page.goto('/work/nothing'))?.status()).toBe(404)
})
