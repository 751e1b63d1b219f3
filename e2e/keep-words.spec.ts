import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, type Page } from '@playwright/test'
import { openStore } from '#app/data/store.server.ts'
import { IDLE_MINUTES } from '#app/data/drafts/draft-session.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { sentences } from './check-walk.ts'
import { fillForm, firstAnswers, goOn } from './claim-walk.ts'
import { ended, listening, startScript } from './server-process.ts'

const t = sentences('en')
const MINUTE = 60_000

/** Starts a separate server, so that its database can be taken away, and opens a claim on it in the browser. */
async function openOwnServer(page: Page, { words = false, pages = 2 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'keep-words-'))
  const settings = { dataDirectory: folder, keyFile: path.join(folder, 'master.key') }
  const store = await openStore(settings)
  const { session } = await store.drafts.create({ answers: firstAnswers(pages), language: 'en' })
  if (words) await store.drafts.setPhrase(session, 'en')
  await store.close()
  const port = await freePort()
  const server = startScript('serve', { PORT: String(port), DATA_DIR: folder, KEY_FILE: settings.keyFile })
  const end = ended(server)
  await listening(server)
  const url = `http://127.0.0.1:${port}`
  await page.context().addCookies([
    { name: COOKIE_NAMES.draft, value: session, url, httpOnly: true, sameSite: 'Lax' },
    { name: COOKIE_NAMES.language, value: 'en', url, httpOnly: true, sameSite: 'Lax' },
  ])
  const run = (sql: string) => {
    const database = new Database(path.join(folder, 'claims.sqlite'))
    database.exec(sql)
    database.close()
  }
  return {
    url,
    breakDatabase: (table = 'Session') => run(`ALTER TABLE "${table}" RENAME TO "Away"`),
    mendDatabase: (table = 'Session') => run(`ALTER TABLE "Away" RENAME TO "${table}"`),
    /** Sets the last use of every session so far back that the session has ended. */
    idle: () =>
      run(
        `UPDATE "Session" SET "lastSeenAt" = '${new Date(Date.now() - (IDLE_MINUTES + 1) * MINUTE).toISOString().replace('Z', '+00:00')}'`,
      ),
    stop: async () => {
      server.kill('SIGTERM')
      await end
      rmSync(folder, { recursive: true })
    },
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`while nothing can be saved, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('a page keeps its lists, dates and texts, says so, and can be saved later', async ({ page }) => {
      const server = await openOwnServer(page)
      await page.goto(`${server.url}/claim/q/work`)
      const typed = { 'periods.0.kind': ['Sewing, «nights»'], 'periods.0.from-year': ['2019'], 'periods.0.hoursPerWeek-low': ['60'] }
      await fillForm(page, typed)
      server.breakDatabase()
      const answer = page.waitForResponse(response => response.request().method() === 'POST' && /\/claim\/q\//.test(response.url()))
      await goOn(page, 'en')
      expect((await answer).status()).toBe(503)
      await expect(page.getByRole('alert').filter({ hasText: t('flow:notSaved.text') })).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim:questions.work.title'))
      for (const [name, [value = '']] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
      server.mendDatabase()
      await goOn(page, 'en')
      await expect(page).not.toHaveURL(/\/q\/work/)
      await page.goto(`${server.url}/claim/q/work`)
      await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Sewing, «nights»')
      await server.stop()
    })

    test('a phrase that was typed to open a claim comes back too', async ({ page }) => {
      const server = await openOwnServer(page)
      await page.goto(`${server.url}/claim/return`)
      await page.locator('#phrase').fill('one two three Four')
      server.breakDatabase('Draft')
      await page.getByRole('button', { name: t('flow:return.go') }).click()
      await expect(page.getByRole('alert')).toHaveText(t('flow:notSaved.text'))
      await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('one two three Four')
      server.mendDatabase('Draft')
      await page.getByRole('button', { name: t('flow:notSaved.again') }).click()
      await expect(page.locator('#phrase')).toHaveValue('one two three Four')
      await server.stop()
    })
  })
}

test('an automatic save that fails is reported and tried again', async ({ page }) => {
  const server = await openOwnServer(page)
  await page.goto(`${server.url}/claim/q/story`, { waitUntil: 'networkidle' })
  server.breakDatabase()
  await page.locator('#circumstances').fill('I cleaned homes.')
  await expect(page.getByText(t('flow:question.unsaved'))).toBeVisible()
  server.mendDatabase()
  await expect(page.getByText(t('flow:question.saved'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.locator('#circumstances')).toHaveValue('I cleaned homes.')
  await server.stop()
})

test('an idle claim is covered by the clock of the page where the server takes requests and never answers', async ({ page }) => {
  const server = await openOwnServer(page)
  await page.clock.install()
  await page.goto(`${server.url}/claim/q/story`, { waitUntil: 'networkidle' })
  const heard = page.waitForResponse('**/claim/here')
  await page.clock.runFor(MINUTE)
  await heard
  for (const address of ['**/claim/here', '**/claim/autosave/*']) await page.route(address, () => new Promise(() => undefined))
  await page.locator('#circumstances').fill('I cleaned homes.')
  await page.clock.runFor((IDLE_MINUTES + 2) * MINUTE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:return.endedTitle'))
  expect(await page.content()).not.toContain('I cleaned homes')
  await server.stop()
})

for (const words of [true, false]) {
  test(`an idle claim ${words ? 'with' : 'without'} a phrase warns, then is covered, and nothing readable stays`, async ({ page }) => {
    const server = await openOwnServer(page, { words, pages: 4 })
    await page.clock.install()
    await page.goto(`${server.url}/claim/q/story`, { waitUntil: 'networkidle' })
    const notice = page.getByText(t('claim:noWords.title'))
    await expect(notice).toHaveCount(words ? 0 : 1)
    // Only the browser's clock moves, so the test answers in place of the server.
    let secondsLeft = IDLE_MINUTES * 60 - 60
    await page.route('**/claim/here', route => route.fulfill({ json: { secondsLeft, words } }))
    const parts = page.waitForResponse('**/claim/idle')
    const heard = page.waitForResponse('**/claim/here')
    await page.clock.runFor(MINUTE)
    await Promise.all([parts, heard])
    secondsLeft = 120
    await page.clock.runFor((IDLE_MINUTES - 4) * MINUTE)
    await expect(page.getByText(t('claim:idle.warnTitle'))).toBeHidden()
    await page.clock.runFor(MINUTE + 10_000)
    await expect(page.getByText(t('claim:idle.warnTitle'))).toBeVisible()
    // Another window is active, so this one stops warning.
    secondsLeft = IDLE_MINUTES * 60
    await page.clock.runFor(20_000)
    await expect(page.getByText(t('claim:idle.warnTitle'))).toBeHidden()
    await page.route('**/claim/autosave/*', route => route.abort())
    await page.locator('#circumstances').fill('I cleaned homes.')
    secondsLeft = 0
    await page.clock.runFor((IDLE_MINUTES - 1) * MINUTE)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:return.endedTitle'))
    await expect(page.getByText(t('claim:idle.lost'))).toBeVisible()
    await expect(page.getByRole('link', { name: t('claim:idle.enter') })).toHaveCount(words ? 1 : 0)
    const document = await page.content()
    for (const gone of ['I cleaned homes', t('claim:questions.story.title'), 'remixContext.streamController'])
      expect(document).not.toContain(gone)
    await page.getByRole('link', { name: words ? t('claim:idle.enter') : t('flow:return.new') }).click()
    await expect(page).toHaveURL(`${server.url}${words ? '/claim/return' : '/claim'}`)
    await server.stop()
  })

  test(`an automatic save leaves the notice that a claim ${words ? 'with' : 'without'} a phrase has ended`, async ({ page }) => {
    const server = await openOwnServer(page, { words })
    const [cookie] = await page.context().cookies()
    await page.goto(`${server.url}/claim/q/story`)
    server.idle()
    const answer = await page.request.post(`${server.url}/claim/autosave/story`, {
      form: { seen: '', circumstances: 'x' },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toEqual({ open: false, saved: false, seen: '' })
    expect(answer.headers()).not.toHaveProperty('set-cookie')
    expect((await page.context().cookies())[0]).toEqual(cookie)
    await goOn(page, 'en')
    await expect(page.getByText(t(words ? 'claim:ended.withWords' : 'claim:ended.noWords'))).toBeVisible()
    await server.stop()
  })
}
