import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Store } from '#app/data/store.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { sentences } from './check-walk.ts'
import { firstAnswers, goOn } from './claim-walk.ts'
import { onCrashingPostgres, onSmallDisk, onSqlite, type Faulty } from './faults.ts'
import { ended, listening, startScript } from './server-process.ts'

const t = sentences('en')
const PAGE = '/claim/q/story'
const ACKNOWLEDGED = 'I cleaned homes.'
/** A text too long for the free room that a database keeps between two saves. */
const TYPED = `${ACKNOWLEDGED} ${'They kept my passport. '.repeat(500)}`.trim()

/** Functions that stop what a test has started. They run after the test, the latest first. */
let ends: (() => unknown)[] = []
test.afterEach(async () => {
  for (const end of ends.reverse()) await end()
  ends = []
})

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'words-in-faults-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function serve(port: number, env: Faulty['env']): Promise<ChildProcess> {
  const server = startScript('serve', { PORT: String(port), ...env })
  ends.push(async () => {
    const end = ended(server)
    server.kill('SIGKILL')
    await end
  })
  await listening(server)
  return server
}

/** Opens a browser with its own claim. Its first text is saved and acknowledged; its second text is typed and not sent. */
async function openTyped(browser: Browser, store: Store, origin: string, javaScriptEnabled: boolean) {
  const { session } = await store.drafts.create({ answers: firstAnswers(2), language: 'en' })
  const context = await browser.newContext({ javaScriptEnabled, baseURL: origin })
  ends.push(() => context.close())
  await context.addCookies([
    { name: COOKIE_NAMES.draft, value: session, url: origin },
    { name: COOKIE_NAMES.language, value: 'en', url: origin },
  ])
  const page = await context.newPage()
  await page.goto(PAGE, { waitUntil: 'networkidle' })
  await words(page).fill(ACKNOWLEDGED)
  await goOn(page, 'en')
  await expect(page).not.toHaveURL(PAGE)
  await page.goto(PAGE, { waitUntil: 'networkidle' })
  await words(page).fill(TYPED)
  return { page, stored: async () => storyOf((await store.drafts.find(session))?.answers) }
}

const words = (page: Page) => page.locator('#circumstances')
const storyOf = (answers: unknown) => (answers as { story: { value: { circumstances: string } } }).story.value.circumstances

/** Expects that the page still holds everything that was typed and shows this sentence. */
async function expectKept(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  await expect(words(page)).toHaveValue(TYPED)
}

const FAULTS: Readonly<Record<string, (folder: string) => Promise<Faulty | null>>> = {
  'the disk is full': onSmallDisk,
  "another process holds SQLite's write lock": onSqlite,
  'PostgreSQL is stopped': onCrashingPostgres,
}

for (const [name, open] of Object.entries(FAULTS)) {
  test(`while ${name} no typed or saved word is lost, with and without JavaScript`, async ({ browser }) => {
    const faulty = await open(makeFolder())
    test.skip(!faulty, 'no small disk can be mounted here')
    if (!faulty) return
    ends.push(faulty.stop)
    const port = await freePort()
    const server = await serve(port, faulty.env)
    const [scripted, plain] = await Promise.all(
      [true, false].map(scripts => openTyped(browser, faulty.store, `http://127.0.0.1:${port}`, scripts)),
    )
    if (!scripted || !plain) throw new Error('two browsers were opened')

    const endFault = await faulty.begin()
    await Promise.all([scripted, plain].map(({ page }) => goOn(page, 'en')))
    await Promise.all([scripted, plain].map(({ page }) => expectKept(page, t('flow:notSaved.text'))))
    await endFault()
    for (const { stored } of [scripted, plain]) expect(await stored()).toBe(ACKNOWLEDGED)

    await goOn(plain.page, 'en')
    await expect(plain.page).not.toHaveURL(PAGE)
    // With scripts, the page tries again by itself.
    await expect(scripted.page.getByText(t('flow:question.saved'), { exact: true })).toBeVisible()
    for (const { stored } of [scripted, plain]) expect(await stored()).toBe(TYPED)
    expect([server.exitCode, server.signalCode]).toEqual([null, null])
  })
}

test('a page with scripts loses no word when the server is killed while a person types', async ({ browser }) => {
  const { store, env, stop } = await onSqlite(makeFolder())
  ends.push(stop)
  const port = await freePort()
  const server = await serve(port, env)
  const { page, stored } = await openTyped(browser, store, `http://127.0.0.1:${port}`, true)
  const end = ended(server)
  server.kill('SIGKILL')
  await end
  await expect(page.getByText(t('flow:question.unsaved'))).toBeVisible()
  await goOn(page, 'en')
  await expectKept(page, t('flow:question.offline'))
  expect(await stored()).toBe(ACKNOWLEDGED)
  await serve(port, env)
  await expect(page.getByText(t('flow:question.saved'), { exact: true })).toBeVisible()
  expect(await stored()).toBe(TYPED)
  await goOn(page, 'en')
  await expect(page).not.toHaveURL(PAGE)
})

test('other forms lose no word either when the server is gone', async ({ browser }) => {
  const { store, env, stop } = await onSqlite(makeFolder())
  ends.push(stop)
  const port = await freePort()
  const server = await serve(port, env)
  const { page } = await openTyped(browser, store, `http://127.0.0.1:${port}`, true)
  await page.goto('/claim/return', { waitUntil: 'networkidle' })
  await page.locator('#phrase').fill('one two three Four')
  const end = ended(server)
  server.kill('SIGKILL')
  await end
  await page.getByRole('button', { name: t('flow:return.go') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('flow:question.offline'))
  await expect(page.locator('#phrase')).toHaveValue('one two three Four')
  await serve(port, env)
  await page.getByRole('button', { name: t('flow:return.go') }).click()
  await expect(page.locator('#phrase-error')).toHaveText(t('flow:return.wrong'))
  await expect(page.locator('#phrase')).toHaveValue('one two three Four')
})
