import { execFileSync, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { makeForm } from '#app/official-form/testing/forms.ts'
import type { FormMap } from '#app/official-form/form-map.ts'
import { keepForm } from '#app/official-form/kept-form.server.ts'
import { proposeMap } from '#app/official-form/proposal/propose-map.ts'
import { readOfficialForm } from '#app/official-form/read-official-form.server.ts'
import { APP } from './addresses.ts'
import { sentences, type Language } from './check-walk.ts'
import { ended, listening, startScript } from './server-process.ts'
import { expectSound } from './sound.ts'

const PORT = 4537
const SERVER = `http://127.0.0.1:${PORT}`
const DATA = path.join(tmpdir(), `browser-tests-${PORT}`)

// All tests use one server and one form, so they run one after another.
test.describe.configure({ mode: 'serial' })
test.use({ baseURL: SERVER })

let server: ChildProcess
let stopped: ReturnType<typeof ended>

test.beforeAll(async () => {
  rmSync(DATA, { recursive: true, force: true })
  const form = await makeForm()
  await keepForm(DATA, form, proposeMap(await readOfficialForm(form), getTranslate('en')))
  server = startScript('serve', { PORT: String(PORT), HOST: '127.0.0.1', DATA_DIR: DATA, FORM_EDITING: 'on' })
  stopped = ended(server)
  expect(await listening(server)).toBe(`Open http://localhost:${PORT}`)
})

test.afterAll(async () => {
  server.kill('SIGTERM')
  rmSync(DATA, { recursive: true, force: true })
  expect(await stopped).toEqual({ code: 0, stderr: '' })
})

const speak = (page: Page, language: Language) => page.context().addCookies([{ name: 'lang', value: language, url: SERVER }])
const mapOf = async (page: Page) => (await (await page.request.get('/official-form/map')).json()) as FormMap

for (const language of ['en', 'es'] as const) {
  test(`the page shows the form with its boxes and the answer for each, in ${language}`, async ({ page }) => {
    const t = sentences(language)
    await speak(page, language)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto('/official-form')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('form:page.title'))
      await expectSound(page, `${language}-official-form`)
      await page.getByRole('link', { name: t('form:page.toPage', { page: 1 }) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('form:page.pageTitle', { page: 1 }))
      await expect(page.locator('.form-box')).toHaveCount(12)
      await expect(page.locator('script[src]')).toHaveCount(1)
      await expect(page.locator('script[src^="/assets/plain-pages-"]')).toHaveCount(1)
      await expectSound(page, `${language}-official-form-page`)
    }
    const picture = await page.request.get('/official-form/pictures/1')
    expect(picture.headers()['content-type']).toBe('image/png')
    expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG')
    expect((await page.request.get('/official-form/pictures/3')).status()).toBe(404)
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the map ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('is corrected box by box and kept as its next version', async ({ page }) => {
      const t = sentences('en')
      await speak(page, 'en')
      const before = await mapOf(page)
      const field = before.fields.findIndex(entry => entry.field === 'b1')
      const wanted =
        before.fields[field]?.use === 'answer' && before.fields[field].answer === 'victim.fullName'
          ? 'victim.lastFirstMiddle'
          : 'victim.fullName'
      await page.goto('/official-form/pages/1')
      await page.locator(`select[name="f${field}"]`).selectOption(wanted)
      await page.getByRole('button', { name: t('form:page.save') }).click()
      await expect(page.getByRole('status')).toHaveText(t('form:page.saved', { version: before.version + 1 }))
      await expect(page.locator(`select[name="f${field}"]`)).toHaveValue(wanted)
      const after = await mapOf(page)
      expect(after.version).toBe(before.version + 1)
      expect(after.fields[field]).toEqual({ field: 'b1', use: 'answer', answer: wanted, basis: { by: 'person', words: '', confidence: 1 } })
      await page.getByRole('button', { name: t('form:page.save') }).click()
      await expect(page.getByRole('status')).toHaveText(t('form:page.nothing'))
    })

    test('is not overwritten by a form that shows an older version', async ({ page }) => {
      const { version } = await mapOf(page)
      const answer = await page.request.post('/official-form/pages/1', {
        form: { version: String(version - 1), f0: 'blank:not-asked' },
        maxRedirects: 0,
      })
      expect(answer.status()).toBe(303)
      expect(answer.headers().location).toBe('/official-form/pages/1?done=conflict')
      expect((await mapOf(page)).version).toBe(version)
    })
  })
}

test('a field for a signature has no list to choose from', async ({ page }) => {
  await speak(page, 'en')
  await page.goto('/official-form/pages/2')
  await expect(page.getByText(sentences('en')('form:page.always'))).toHaveCount(3)
})

test('the claim’s packet page offers the filled form, which has no fields any more', async ({ page }) => {
  const t = sentences('en')
  await speak(page, 'en')
  await page.goto('/claim')
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/claim\/(?:q\/|tasks|save)/)
  await page.goto('/claim/packet')
  await expectSound(page, 'en-packet-with-form')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: t('flow:packet.officialGet') }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('papers-3.pdf')
  const file = await download.path()
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(execFileSync('/usr/bin/pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Form:\s+none/)
})

test('a server not started for editing has none of these pages, and offers no form when none is kept', async ({ page }) => {
  for (const address of ['/official-form', '/official-form/map', '/official-form/pages/1', '/official-form/pictures/1']) {
    expect((await page.request.get(`${APP}${address}`)).status(), address).toBe(404)
  }
  expect((await page.request.post(`${APP}/official-form/pages/1`, { form: { version: '1' } })).status()).toBe(404)
  await page.goto(`${APP}/claim`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/claim\/(?:q\/|tasks|save)/)
  await page.goto(`${APP}/claim/packet`)
  await expect(page.getByRole('button', { name: sentences('en')('flow:packet.keepGet') })).toBeVisible()
  await expect(page.getByRole('button', { name: sentences('en')('flow:packet.officialGet') })).toHaveCount(0)
})
