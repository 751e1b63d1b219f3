import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { test as unwatched, type Download, type Page } from '@playwright/test'
import { APP } from './addresses.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { BROKEN, TAKEN_AWAY } from './old-browsers.ts'
import { openClaim } from './ready-made.ts'
import { expectSound } from './sound.ts'

const STORY = 'They kept my passport in a drawer.'
const PASSWORD = 'seven8boats'
/** A day of mailing that is near whenever the tests run. */
const MAILING = { year: new Date().getFullYear(), month: '12', day: '28' }

const press = (page: Page, language: Language, key: string) =>
  page.getByRole('button', { name: sentences(language)(`flow:packet.${key}`) }).click()

/** Opens a claim with a story, work and proof at the page of its papers, and there the choices. */
async function openPapers(page: Page, language: Language): Promise<void> {
  await openClaim(page, language, {
    filer: { value: { filer: 'victim' } },
    story: { value: { circumstances: STORY } },
    work: {
      value: { periods: [{ from: '2023-01', to: '2024-02', hoursPerWeek: { low: 20, high: 45 }, kind: 'Sewing', paidCents: 20_000 }] },
    },
    signing: { value: { calculationSheet: true } },
    evidence: { value: { evidence: ['medical_records', 'ht_caseworker_statement'] } },
  })
  await page.goto('/claim/packet')
  await page.getByText(sentences(language)('flow:packet.choose'), { exact: true }).click()
}

async function fileOf(page: Page, language: Language, key: string): Promise<Download> {
  const waiting = page.waitForEvent('download')
  await press(page, language, key)
  return waiting
}

const textOf = async (download: Download) =>
  execFileSync('/usr/bin/pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' })

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`papers in ${language} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })
      const t = sentences(language)

      test('are made with the chosen options, and mistakes lose nothing', async ({ page }) => {
        await openPapers(page, language)
        await page.locator('#withoutStory').check()
        await page.locator('#mailOn-month').selectOption('02')
        await page.locator('#mailOn-day').fill('30')
        await page.locator('#mailOn-year').fill(String(MAILING.year))
        await page.locator('#password').fill('short')
        await press(page, language, 'mailGet')
        await expect(page).toHaveURL('/claim/packet')
        const summary = page.getByRole('alert')
        await expect(summary.getByRole('link')).toHaveText([t('check:errors.noSuchDay'), t('claim:packetErrors.short', { least: 8 })])
        await summary.getByRole('link').last().click()
        await expect(page.locator('#password')).toBeFocused()
        await expect(page.locator('#password')).toHaveValue('short')
        await expect(page.locator('#withoutStory')).toBeChecked()
        await expect(page.locator('#mailOn-month')).toHaveValue('02')
        await expect(page.locator('#mailOn-day')).toHaveValue('30')
        if (javaScriptEnabled) await expectSound(page, `${language}-papers-wrong`)

        await page.locator('#mailOn-month').selectOption(MAILING.month)
        await page.locator('#mailOn-day').fill(MAILING.day)
        await page.locator('#password').fill('')
        const line = page.locator('#mail-coming')
        await expect(line).toHaveText(t('flow:packet.takes'))
        await page.route('**/health', async route => {
          await expect(line).toHaveText(t('flow:packet.coming'))
          await route.continue()
        })
        const file = await fileOf(page, language, 'mailGet')
        await page.unrouteAll()
        await expect(line).toHaveText(t(javaScriptEnabled ? 'flow:packet.here' : 'flow:packet.takes'))
        if (javaScriptEnabled) expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('m')
        expect(file.suggestedFilename()).toBe('papers-1.pdf')
        expect(await textOf(file)).not.toContain('passport')
        const kept = await fileOf(page, language, 'keepGet')
        expect(kept.suggestedFilename()).toBe('papers-2.pdf')
        const day = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', { dateStyle: 'long', timeZone: 'UTC' })
        const mailing = day.format(new Date(`${MAILING.year}-${MAILING.month}-${MAILING.day}`))
        expect((await textOf(kept)).replaceAll(/\s+/g, ' ')).toContain(mailing)

        await page.locator('#password').fill(PASSWORD.slice(0, 7))
        // The page before has the same mistake.
        const corrected = page.waitForEvent('domcontentloaded')
        await press(page, language, 'keepRead')
        await corrected
        await expect(page.locator('#password-error')).toHaveText(t('claim:packetErrors.short', { least: 8 }))
        await expect(page.locator('#password')).toHaveValue(PASSWORD.slice(0, 7))
        await page.locator('#password').fill(PASSWORD)
        const locked = await (await fileOf(page, language, 'keepGet')).path()
        expect(spawnSync('/usr/bin/pdfinfo', [locked]).status).not.toBe(0)
        expect(spawnSync('/usr/bin/pdfinfo', ['-upw', PASSWORD, locked], { encoding: 'utf8' }).stdout).toContain('AES-256')
        await press(page, language, 'keepRead')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:paper.keepTitle'))
        await expect(page.getByText(t('flow:paper.withoutStory'), { exact: true })).toBeVisible()
        await expect(page.getByText(t('keep:timeline.from', { date: mailing }))).toBeVisible()
        expect(page.url()).not.toContain('?')
      })
    })
  }

  for (const part of ['mail', 'keep'] as const) {
    test(`papers in ${language} can be read on the screen: ${part}`, async ({ page }) => {
      const t = sentences(language)
      await openPapers(page, language)
      await press(page, language, `${part}Read`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`flow:paper.${part}Title`))
      // The sheets are a separate page that arrives in parts, with and without scripts.
      await page.waitForLoadState()
      // Every line of the contents links to a sheet, and the address does not name the sheet.
      const targets = await page.locator('.link-list a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
      expect(targets.length).toBeGreaterThan(5)
      for (const target of targets) expect(target).toMatch(/^#p\d+$/)
      for (const target of targets) await expect(page.locator(target)).toHaveCount(1)
      await expect(page.locator('main input, main textarea, main button')).toHaveCount(0)
      await expectSound(page, `${language}-papers-${part}`)
      await page.setViewportSize({ width: 1280, height: 900 })
      await expect(page.getByRole('columnheader').first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    })
  }
}

/** What is between a person and the site when it fails. */
const WITHOUT_ANSWER = {
  'without a network': (page: Page) => page.context().setOffline(true),
  'on a network that leads nowhere': (page: Page) => page.route(/\/(?:health|claim\/papers\/.*)$/, route => route.abort()),
  'behind a proxy that finds no server': (page: Page) =>
    page.route(/\/(?:health|claim\/papers\/.*)$/, route => route.fulfill({ status: 502, body: 'Bad Gateway' })),
}

for (const [name, cutOff] of Object.entries(WITHOUT_ANSWER)) {
  unwatched(
    `a press for the papers ${name} keeps what was chosen, and says where the person looks that no file was made`,
    async ({ page }) => {
      const t = sentences('en')
      await openPapers(page, 'en')
      await page.waitForLoadState('networkidle')
      await page.locator('#mailOn-day').fill(MAILING.day)
      await page.locator('#password').fill(PASSWORD)
      await cutOff(page)
      for (const key of ['mailGet', 'keepRead']) {
        await press(page, 'en', key)
        const notice = page.getByRole('alert')
        await expect(notice).toHaveText(t('flow:packet.offline'))
        await expect(notice).toBeFocused()
        await expect(notice).toBeInViewport({ ratio: 1 })
        await expect(page).toHaveURL('/claim/packet')
        await expect(page.locator('#mail-coming')).toHaveText(t('flow:packet.takes'))
        await expect(page.locator('#password')).toHaveValue(PASSWORD)
        await expect(page.locator('#mailOn-day')).toHaveValue(MAILING.day)
      }
      await page.context().setOffline(false)
      await page.unrouteAll()
      await page.locator('#mailOn-day').fill('')
      const file = await fileOf(page, 'en', 'mailGet')
      await expect(page.getByRole('alert')).toHaveCount(0)
      expect(spawnSync('/usr/bin/pdfinfo', ['-upw', PASSWORD, await file.path()], { encoding: 'utf8' }).stdout).toContain('AES-256')
    },
  )
}

for (const [name, takeAway] of Object.entries({ ...TAKEN_AWAY, ...BROKEN })) {
  unwatched(`a file with a password is made in a browser with ${name}`, async ({ page }) => {
    await page.addInitScript(takeAway)
    await openPapers(page, 'en')
    await page.locator('#password').fill(PASSWORD)
    const file = await fileOf(page, 'en', 'keepGet')
    expect(file.suggestedFilename()).toBe('papers-2.pdf')
    expect(spawnSync('/usr/bin/pdfinfo', ['-upw', PASSWORD, await file.path()], { encoding: 'utf8' }).stdout).toContain('AES-256')
  })
}

test('the sheets say in which language they are written', async ({ page }) => {
  await openPapers(page, 'es')
  await page.goto('/claim/papers/read/mail')
  const statement = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: sentences('en')('packet:declaration.title') }) })
  await expect(statement).toHaveAttribute('lang', 'en')
  await expect(statement.locator('.paper-translation').first()).toHaveAttribute('lang', 'es')
  await expect(statement).toContainText(sentences('es')('flow:paper.signing'))
  await expect(page.locator('.paper-story')).toHaveAttribute('lang', 'es')
})

test('a program that saves files asks again by GET and gets the same file, as long as the claim is open', async ({ page }) => {
  await openPapers(page, 'en')
  await page.locator('#withoutStory').check()
  await page.locator('#password').fill(PASSWORD)
  const file = await fileOf(page, 'en', 'mailGet')
  // What a phone hands on to its download manager: the address and the cookies.
  expect(file.url()).toBe(`${APP}/claim/papers/mail`)
  const again = await page.request.get(file.url())
  expect(again.status()).toBe(200)
  expect(again.headers()['content-type']).toBe('application/pdf')
  expect(again.headers()['content-disposition']).toBe('attachment; filename="papers-1.pdf"')
  const saved = test.info().outputPath('again.pdf')
  writeFileSync(saved, await again.body())
  expect(spawnSync('/usr/bin/pdfinfo', [saved]).status).not.toBe(0)
  const text = execFileSync('/usr/bin/pdftotext', ['-upw', PASSWORD, '-layout', saved, '-'], { encoding: 'utf8' })
  expect(text).toContain('CalVCB')
  expect(text).not.toContain('passport')
  await page.goto('/leave')
  await page.context().clearCookies({ name: 'v' })
  expect((await page.request.get(file.url())).headers()['content-type']).toMatch(/^text\/html/)
})

test('a file that nobody has asked for with its button is answered with a page that is plainly no file', async ({ page }) => {
  await openPapers(page, 'en')
  for (const paper of ['mail', 'keep', 'official']) {
    const answer = await page.request.get(`/claim/papers/${paper}`)
    expect(answer.status()).toBe(410)
    expect(answer.headers()['content-disposition']).toBeUndefined()
  }
  for (const language of ['en', 'es'] satisfies Language[]) {
    const t = sentences(language)
    await openPapers(page, language)
    await page.goto('/claim/papers/keep')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:papersAgain.title'))
    await expectSound(page, `${language}-papers-again`)
    await page.getByRole('link', { name: t('flow:papersAgain.go') }).click()
    await expect(page).toHaveURL('/claim/packet')
  }
})

test('only the two parts can be opened, and none without an open claim', async ({ page, request }) => {
  expect((await request.get('/claim/papers/read/mail', { maxRedirects: 0 })).headers().location).toBe('/claim/return')
  expect((await request.post('/claim/papers/mail', { maxRedirects: 0, form: {} })).headers().location).toBe('/claim/return')
  await openPapers(page, 'en')
  for (const address of ['/claim/papers/read/both', '/claim/papers/read/1']) {
    expect((await page.request.get(address)).status()).toBe(404)
    expect((await page.request.post(address, { form: {} })).status()).toBe(404)
  }
  expect((await page.request.post('/claim/papers/both', { form: {} })).status()).toBe(404)
})
