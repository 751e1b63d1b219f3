import { execFileSync, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { APP, DATA } from './addresses.ts'
import { sentences, type Language } from './check-walk.ts'
import { expectSound } from './sound.ts'
import { ended, listening, startScript } from './server-process.ts'
import { TRAINING, TRAINING_DATA, TRAINING_PORT } from './training-server.ts'

// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

let server: ChildProcess

test.beforeAll(async () => {
  rmSync(TRAINING_DATA, { recursive: true, force: true })
  server = startScript('training', { TRAINING_PORT: String(TRAINING_PORT), TRAINING_DATA_DIR: TRAINING_DATA })
  expect(await listening(server)).toBe(`Open http://localhost:${TRAINING_PORT}/training`)
})

test.afterAll(async () => {
  const end = ended(server)
  server.kill('SIGTERM')
  await end
  rmSync(TRAINING_DATA, { recursive: true, force: true })
})

test.use({ baseURL: TRAINING })

const band = (page: Page) => page.locator('.training-band')
const panel = (page: Page) => page.locator('.training-panel')

async function speak(page: Page, language: Language): Promise<ReturnType<typeof sentences>> {
  await page.context().addCookies([{ name: 'training-lang', value: language, url: TRAINING }])
  return sentences(language)
}

async function openPerson(page: Page, language: Language, name: string): Promise<void> {
  const t = await speak(page, language)
  await page.goto('/training')
  await page.getByRole('button', { name: t('training:people.open', { name }) }).click()
  await expect(page).toHaveURL('/claim/tasks')
}

/** A phone and a wide screen, each with the pages to look at. */
const SCREENS: readonly { readonly language: Language; readonly width: number; readonly pages: readonly string[] }[] = [
  { language: 'es', width: 360, pages: ['/training', '/claim/q/work'] },
  { language: 'en', width: 1440, pages: ['/training', '/check/kinds', '/claim/review'] },
]

for (const { language, width, pages } of SCREENS) {
  test(`every page says that it is training and shows the exit, in ${language} at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const t = sentences(language)
    await openPerson(page, language, 'Rosa Ejemplo')
    for (const address of pages) {
      await page.goto(address)
      await expect(band(page)).toContainText(t('training:watermark'))
      await expect(band(page)).toBeInViewport()
      await expect(page.locator('script[src]')).toHaveCount(1)
      await expect(page.locator('script[src^="/assets/plain-pages-"]')).toHaveCount(1)
      await page.getByRole('link', { name: t('common:layout.exit') }).click({ trial: true })
      await expectSound(page, `${language}-training${address.replaceAll('/', '-')}`)
    }
    for (const [address, status] of [
      ['/', 200],
      ['/help', 200],
      ['/claim/packet', 200],
      ['/door', 200],
      ['/nowhere', 404],
      ['/work', 404],
      ['/work/sign-in', 404],
    ] as const) {
      expect((await page.goto(address))?.status()).toBe(status)
      await expect(band(page)).toContainText(t('training:watermark'))
    }
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the panel ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('follows the statechart and names rules with their sources', async ({ page }) => {
      const t = sentences('en')
      await openPerson(page, 'en', 'Nora Prueba')
      await expect(panel(page)).toContainText('crime.dates')
      await expect(panel(page)).toContainText('kind-known (supports)')
      await expect(panel(page)).toContainText('Gov. Code §')
      await page.getByRole('link', { name: t('flow:tasks.goOn') }).click()
      await expect(page).toHaveURL('/claim/q/dates')
      await page.locator('[name="start-year"]').fill('2009')
      await page.locator('[name="end-year"]').fill('2011')
      await page
        .getByRole('button', { name: t('flow:question.continue') })
        .last()
        .click()
      await expect(page).toHaveURL('/claim/q/reports')
      await expect(panel(page)).toContainText('crime.reports')
      await expect(panel(page)).toContainText('late-filing')
      await page.goto('/check/kinds')
      await expect(panel(page)).toContainText('birth-year')
    })
  })
}

test('the panel tells which answers are set aside, and stands beside the page when there is room', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPerson(page, 'en', 'Luz Muestra')
  await page.goto('/claim/q/filer')
  await page.locator('[name=filer][value=victim]').check()
  await page
    .getByRole('button', { name: sentences('en')('flow:question.continue') })
    .last()
    .click()
  await expect(panel(page)).toContainText('Only if the filer is a parent or guardian')
  const side = await panel(page).boundingBox()
  const main = await page.locator('main').boundingBox()
  expect(side?.x).toBeGreaterThanOrEqual((main?.x ?? 0) + (main?.width ?? 0) - 1)
})

test('every sheet of the packet says that it is not a claim', async ({ page }) => {
  await openPerson(page, 'es', 'Rosa Ejemplo')
  for (const part of ['mail', 'keep']) {
    await page.goto('/claim/packet')
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: sentences('es')(`flow:packet.${part}Get`) }).click()
    const sheets = execFileSync('/usr/bin/pdftotext', [await (await waiting).path(), '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
    expect(sheets.length).toBeGreaterThan(3)
    for (const sheet of sheets) expect(sheet).toContain('TRAINING — NOT A CLAIM')
  }
})

test('the reset erases the practice claims of its own browser only', async ({ page, browser }) => {
  await openPerson(page, 'en', 'Sol Prueba')
  const second = await browser.newPage({ baseURL: TRAINING })
  await openPerson(second, 'en', 'Luz Muestra')
  await second.goto('/training')
  await second.getByRole('button', { name: sentences('en')('training:people.reset') }).click()
  await expect(second.getByRole('status')).toHaveText(sentences('en')('training:people.resetDone'))
  await second.goto('/claim/tasks')
  await expect(second).toHaveURL('/claim/return')
  await page.goto('/claim/tasks')
  await expect(page).toHaveURL('/claim/tasks')
  await second.close()
})

test('training and real claims stay apart', async ({ page, request }) => {
  expect((await request.get(`${APP}/training`)).status()).toBe(404)
  expect((await request.post(`${APP}/training`, { form: { intent: 'reset' } })).status()).toBe(404)
  const html = await (await request.get(`${APP}/`)).text()
  expect(html).not.toContain('training-')
  await openPerson(page, 'en', 'Rosa Ejemplo')
  const cookies = await page.context().cookies(TRAINING)
  expect(cookies.map(({ name }) => name)).toContain('training-d')
  // A practice session opens nothing in the real app, even under the cookie name that the app reads. A browser sends cookies to all ports.
  const session = cookies.find(({ name }) => name === 'training-d')?.value ?? ''
  await page.context().addCookies([{ name: 'd', value: session, url: APP }])
  await page.goto(`${APP}/claim/tasks`)
  await expect(page).toHaveURL(`${APP}/claim/return`)
  await page.goto(`${TRAINING}/claim/tasks`)
  await expect(page).toHaveURL('/claim/tasks')
})

test('neither server opens the data folder of the other', async () => {
  const [training, claims] = await Promise.all([
    ended(startScript('training', { TRAINING_PORT: '0', TRAINING_DATA_DIR: DATA })),
    ended(startScript('serve', { PORT: '0', DATA_DIR: TRAINING_DATA })),
  ])
  expect(training.code).toBe(1)
  expect(training.stderr).toContain('holds claims, not training data')
  expect(claims.code).toBe(1)
  expect(claims.stderr).toContain('holds training data, not claims')
})
