import type { Page } from '@playwright/test'
import { sentences, type Language } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { openClaim } from './ready-made.ts'

const STORY = 'An invented story.'
const ANSWERS = { filer: { value: { filer: 'victim' } }, story: { value: { circumstances: STORY } } }
const LANGUAGES: readonly Language[] = ['en', 'es']

/** Sends a form as a browser without JavaScript does. Returns the status and the page. */
async function send(page: Page, path: string, body: string, type = 'application/x-www-form-urlencoded') {
  const answer = await page.request.post(path, { data: Buffer.from(body), headers: { 'Content-Type': type }, maxRedirects: 0 })
  return { status: answer.status(), html: await answer.text() }
}

const heading = (html: string) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]

for (const language of LANGUAGES) {
  test.describe(`a form in ${language}`, () => {
    const t = sentences(language)

    test('with more than fits stays on the page when scripts run, and the page says what to do', async ({ page }) => {
      await openClaim(page, language, ANSWERS)
      await page.goto('/claim/q/story', { waitUntil: 'networkidle' })
      const field = page.locator('textarea[name=circumstances]')
      await field.evaluate((element: HTMLTextAreaElement) => (element.value = 'x'.repeat(2_200_000)))
      await page.getByRole('button', { name: t('flow:question.continue') }).click()
      await expect(page.getByRole('alert')).toHaveText(t('flow:question.tooMuch'))
      expect(await field.evaluate((element: HTMLTextAreaElement) => element.value.length)).toBe(2_200_000)
      await field.fill('Other words.')
      await page.getByRole('button', { name: t('flow:question.continue') }).click()
      await expect(page).not.toHaveURL(/story/)
    })

    test('with more than fits is answered by a page that says what to do', async ({ page }) => {
      await openClaim(page, language, ANSWERS)
      const { status, html } = await send(page, '/claim/q/story', `intent=answer&circumstances=${'x'.repeat(2_200_000)}`)
      expect([status, heading(html)]).toEqual([413, t('common:problem.tooMuchTitle')])
      expect(html).toContain(t('common:problem.tooMuchText'))
    })

    test('with an unknown button changes nothing, and what was written comes back', async ({ page }) => {
      await openClaim(page, language, ANSWERS)
      await page.goto('/claim/q/story')
      const seen = await page.locator('input[name=seen]').inputValue()
      const { status, html } = await send(page, '/claim/q/story', `intent=toString&seen=${seen}&circumstances=Other+words.`)
      expect(status).toBe(400)
      expect(html).toContain(t('flow:question.unknown'))
      expect(html).toMatch(/>\s*Other words\.<\/textarea>/)
      await page.reload()
      await expect(page.locator('textarea[name=circumstances]')).toHaveValue(STORY)
    })
  })
}

test('unreadable and too large forms are refused without a session, and never with a server error', async ({ page }) => {
  const t = sentences('en')
  const long = `phrase=${'x'.repeat(40_000)}`
  const entries = Array.from({ length: 1_000 }, (_, index) => `kinds.${index}=x`).join('&')
  for (const path of ['/claim/return', '/claim', '/language', '/help', '/work/sign-in', '/work/join', '/work/passkey', '/check/kinds']) {
    expect([path, (await send(page, path, long)).status]).toEqual([path, 413])
    expect([path, (await send(page, path, entries)).status]).toEqual([path, 413])
    for (const broken of ['a=%zz', 'a=%ff', '__proto__=1', '__intent__=x', 'kinds%5B4294967294%5D=x'])
      expect([path, broken, (await send(page, path, broken)).status]).toEqual([path, broken, 400])
    expect([path, (await send(page, path, '{}', 'application/json')).status]).toEqual([path, 415])
    expect([path, (await send(page, path, 'x', 'multipart/form-data; boundary=y')).status]).toEqual([path, 415])
  }
  const { html } = await send(page, '/language', 'a=%zz')
  expect(heading(html)).toBe(t('common:problem.unreadableTitle'))
  const { status, html: outer } = await send(page, '/claim/lock', 'x'.repeat(9_000_000))
  expect([status, heading(outer)]).toEqual([413, t('common:problem.tooMuchTitle')])
})
