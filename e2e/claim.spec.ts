import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { BrowserContext, Page } from '@playwright/test'
import { IDLE_MINUTES } from '#app/data/drafts/draft-session.server.ts'
import { DATA } from './addresses.ts'
import { sentences, type Language } from './check-walk.ts'
import {
  answerPages,
  beginClaim,
  changeNamesInBoth,
  changeNamesInTwoWindows,
  fillAnswer,
  fillForm,
  firstAnswers,
  goOn,
  makeWords,
  openWith,
  ROSA,
} from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { openClaim } from './ready-made.ts'

const t = sentences('en')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The text of one file of the packet. */
async function textOfPapers(page: Page, language: Language, part: 'mail' | 'keep'): Promise<string> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: sentences(language)(`flow:packet.${part}Get`) }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(part === 'mail' ? 'papers-1.pdf' : 'papers-2.pdf')
  return execFileSync('/usr/bin/pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' })
}

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`the claim in ${language} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('leads from the language to the papers', async ({ page }) => {
        const say = sentences(language)
        await beginClaim(page, language)
        await answerPages(page, language, ROSA)
        await expect(page).toHaveURL('/claim/review')
        await expect(page.getByText(say('flow:missing.nothing'))).toBeVisible()
        await expect(page.getByText('Rosa', { exact: true })).toBeVisible()
        await page.getByRole('link', { name: say('flow:review.print') }).click()
        await expect(page).toHaveURL('/claim/packet')
        expect(await textOfPapers(page, language, 'mail')).toContain('Rosa Ejemplo')
        expect(await textOfPapers(page, language, 'keep')).toContain(say('packet:eyebrow.keep'))
      })
    })
  }
}

/** Opens a claim in which the first pages are answered, at the page that comes next. */
async function beginWith(page: Page, pages: number): Promise<void> {
  await openClaim(page, 'en', firstAnswers(pages))
  await page.goto(`/claim/q/${ROSA[pages]?.[0]}`)
}

test('a link to a mistake, pressed at once, loads no page and keeps what was written', async ({ page }) => {
  await beginWith(page, 1)
  await page.goto('/claim/q/work', { waitUntil: 'networkidle' })
  await fillForm(page, { 'periods.0.kind': ['Sewing'], 'periods.0.hoursPerWeek-low': ['200'] })
  await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
  await fillForm(page, { 'periods.1.kind': ['Cleaning'] })
  const asked: string[] = []
  page.on('request', request => {
    if (request.method() === 'GET') asked.push(new URL(request.url()).pathname)
  })
  await goOn(page, 'en')
  await page.getByRole('alert').getByRole('link').click()
  const hours = page.locator('[name="periods.0.hoursPerWeek-low"]')
  await expect(hours).toBeFocused()
  // A new load would show the page as it was before.
  expect(asked.filter(path => path.startsWith('/claim'))).toEqual([])
  // The browser itself follows the link, so the address names the field.
  await expect(page).toHaveURL('/claim/q/work#periods.0.hoursPerWeek-low')
  await expect(hours).toHaveValue('200')
  await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Sewing')
  await expect(page.locator('[name="periods.1.kind"]')).toHaveValue('Cleaning')
  await page.keyboard.press('Shift+Tab')
  await expect(hours).not.toBeFocused()
  await page.keyboard.press('Tab')
  await expect(hours).toBeFocused()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a claim ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('names mistakes, keeps what was written, and lets entries be added and removed', async ({ page }) => {
      await beginWith(page, 1)
      await page.goto('/claim/q/work')
      await fillForm(page, { 'periods.0.kind': ['Sewing'], 'periods.0.hoursPerWeek-low': ['200'], 'periods.0.from-year': ['2021'] })
      await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
      await fillForm(page, { 'periods.1.kind': ['Cleaning'], 'periods.1.paidCents': ['1,200.50'] })
      await goOn(page, 'en')
      const summary = page.getByRole('alert')
      await expect(summary).toContainText(t('errors:hours'))
      await expect(page.locator('[name="periods.1.kind"]')).toHaveValue('Cleaning')
      await expect(page.locator('[name="periods.0.hoursPerWeek-low"]')).toHaveValue('200')
      await summary.getByRole('link').click()
      await expect(page.locator('[name="periods.0.hoursPerWeek-low"]')).toBeFocused()
      await page.getByRole('button', { name: t('claim:lists.remove', { entry: t('claim:lists.periods.entry', { number: 1 }) }) }).click()
      await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Cleaning')
      await expect(page.locator('[name="periods.1.kind"]')).toHaveCount(0)
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/evidence')
      await page.goto('/claim/q/work')
      await expect(page.locator('[name="periods.0.paidCents"]')).toHaveValue('1200.50')
    })

    test('keeps the answers of pages that another answer closes, and brings them back', async ({ page }) => {
      await openClaim(page, 'en')
      await page.goto('/claim/q/filer')
      await fillAnswer(page, 'filer', { filer: 'parent-or-guardian' })
      await goOn(page, 'en')
      await fillAnswer(page, 'guardian-role', { tookPart: 'no', authority: 'guardian' })
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/kinds')
      await page.goto('/claim/review')
      await page.getByRole('link', { name: t('claim:questions.filer.title') }).click()
      await fillAnswer(page, 'filer', { filer: 'victim' })
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/review?kept=1')
      await expect(page.getByRole('status')).toContainText(t('claim:questions.guardian-role.title'))
      await page.goto('/claim/q/guardian-role')
      await expect(page).toHaveURL('/claim/tasks')
      await page.goto('/claim/q/filer?from=review')
      await fillAnswer(page, 'filer', { filer: 'parent-or-guardian' })
      await goOn(page, 'en')
      // The answer also opens this page, which has no answer yet.
      await expect(page).toHaveURL('/claim/q/guardian-details?from=review')
      await page.goto('/claim/q/guardian-role')
      await expect(page.locator('[name=authority][value=guardian]')).toBeChecked()
    })

    test('asks which answer stays when two windows changed one page, and loses neither', async ({ page }) => {
      await beginWith(page, 1)
      const other = await changeNamesInTwoWindows(page, { firstName: 'Rosa' }, { firstName: 'Rosalinda' })
      await expect(heading(page)).toHaveText(t('claim:conflict.title'))
      await expect(page.getByText('Rosalinda')).toBeVisible()
      await expect(page.getByText('Rosa', { exact: true })).toBeVisible()
      await other.goto('/claim/q/names')
      await expect(other.locator('#firstName')).toHaveValue('Rosa')
      await page.getByRole('button', { name: t('claim:conflict.keepMine') }).click()
      await expect(page).toHaveURL('/claim/q/contact')
      await other.reload()
      await expect(other.locator('#firstName')).toHaveValue('Rosalinda')
    })

    test('merges what two windows changed on one page, and asks field by field about conflicts', async ({ page }) => {
      await beginWith(page, 1)
      const other = await changeNamesInTwoWindows(
        page,
        { firstName: 'Rosa', lastName: 'Ejemplo', middleName: 'I.' },
        { firstName: 'Rosalinda', lastName: 'Muestra', otherNames: 'Rosita' },
      )
      await expect(heading(page)).toHaveText(t('claim:conflict.title'))
      await expect(page.getByRole('group')).toHaveCount(2)
      await page.locator('[name="keep.firstName"][value=saved]').check()
      await page
        .getByRole('button', { name: t('claim:conflict.keepChosen') })
        .last()
        .click()
      await expect(page.getByRole('alert')).toContainText(t('claim:conflict.choose'))
      await expect(page.locator('[name="keep.firstName"][value=saved]')).toBeChecked()
      await page.locator('[name="keep.lastName"][value=mine]').check()
      await page
        .getByRole('button', { name: t('claim:conflict.keepChosen') })
        .last()
        .click()
      await expect(page).toHaveURL('/claim/q/contact')
      await other.goto('/claim/q/names')
      const kept = { firstName: 'Rosa', middleName: 'I.', lastName: 'Muestra', otherNames: 'Rosita' }
      for (const [name, value] of Object.entries(kept)) await expect(other.locator(`#${name}`)).toHaveValue(value)

      // Each window changes another field, so there is no conflict.
      await page.goto('/claim/q/names')
      await changeNamesInBoth(page, other, { firstName: 'Rosario' }, { middleName: 'J.' })
      await expect(page).toHaveURL('/claim/q/contact')
      await other.goto('/claim/q/names')
      for (const [name, value] of Object.entries({ ...kept, firstName: 'Rosario', middleName: 'J.' }))
        await expect(other.locator(`#${name}`)).toHaveValue(value)

      // One press takes all answers of one window.
      await page.goto('/claim/q/names')
      await changeNamesInBoth(page, other, { firstName: 'Ana', lastName: 'Una' }, { firstName: 'Eva', lastName: 'Otra' })
      await page.getByRole('button', { name: t('claim:conflict.allSaved') }).click()
      await expect(page).toHaveURL('/claim/q/contact')
      await other.goto('/claim/q/names')
      await expect(other.locator('#firstName')).toHaveValue('Ana')
      await expect(other.locator('#lastName')).toHaveValue('Una')
    })

    test('has questions that can be skipped, left to an advocate, and answered later', async ({ page }) => {
      await beginWith(page, 1)
      await page.getByRole('button', { name: t('flow:question.skip') }).click()
      await expect(page).toHaveURL('/claim/q/place')
      await page.getByRole('button', { name: t('flow:question.advocate') }).click()
      await expect(page).toHaveURL('/claim/q/dates')
      await page.goto('/claim/q/safe-at-home')
      await fillForm(page, { safeAtHome: [''] })
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/residence-address')
      await page.goto('/claim/review')
      await expect(page.getByText(t('terms:leftOpen.skipped'))).toHaveCount(2)
      await expect(page.getByText(t('terms:leftOpen.advocate'))).toHaveCount(1)
    })

    test('opens in a second browser with its phrase, while a replaced phrase opens nothing', async ({ page, browser }) => {
      await beginWith(page, 2)
      await page.goto('/claim/save')
      await expect(page.getByText(t('sharing:claim.invitation.why'))).toBeVisible()
      await page.getByRole('link', { name: t('flow:tasks.share') }).click()
      await expect(page).toHaveURL('/claim/share')
      const words = await makeWords(page, 'en')
      const second = await browser.newContext({ javaScriptEnabled, locale: 'es-MX' })
      const elsewhere = await second.newPage()
      await openWith(elsewhere, 'es', `  1. ${words.toUpperCase().replaceAll(' ', ', ')} `)
      // The page is in the language of the claim.
      await expect(heading(elsewhere)).toHaveText(t('flow:tasks.title'))
      await elsewhere.goto('/claim/q/kinds')
      await expect(elsewhere.locator('#kinds')).toBeChecked()
      const fresh = await makeWords(page, 'en')
      expect(fresh).not.toBe(words)
      await elsewhere.goto('/claim/tasks')
      await expect(elsewhere).toHaveURL('/claim/return')
      await expect(elsewhere.getByText(t('flow:return.endedTitle'))).toBeVisible()
      await openWith(elsewhere, 'en', words)
      await expect(elsewhere.locator('#phrase-error')).toHaveText(t('flow:return.wrong'))
      await openWith(elsewhere, 'en', fresh)
      await expect(elsewhere).toHaveURL('/claim/tasks')
      await second.close()
    })

    test('is closed at a press, and deleted at a press', async ({ page }) => {
      await beginWith(page, 1)
      const words = await makeWords(page, 'en')
      await page.goto('/claim/lock')
      await page.getByRole('button', { name: t('flow:lock.lock') }).click()
      await expect(heading(page)).toHaveText(t('flow:lock.lockedTitle'))
      await page.goto('/claim/tasks')
      await expect(page).toHaveURL('/claim/return')
      await openWith(page, 'en', words)
      await expect(page).toHaveURL('/claim/tasks')
      await page.goto('/claim/delete')
      await page.getByRole('button', { name: t('flow:delete.yes') }).click()
      await expect(page).toHaveURL('/claim/deleted')
      expect(await cookieNames(page.context())).not.toContain('d')
      await openWith(page, 'en', words)
      await expect(page.locator('#phrase-error')).toHaveText(t('flow:return.wrong'))
    })
  })
}

const cookieNames = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name)

test('a claim closes after a time without activity, and the page says so kindly', async ({ page, context }) => {
  await beginWith(page, 1)
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'd')
  await fillForm(page, { kinds: ['labor'] })
  makeIdle(cookie?.value ?? '')
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/return')
  await expect(page.getByText(t('flow:return.endedText', { count: IDLE_MINUTES }))).toBeVisible()
  expect(await cookieNames(context)).not.toContain('d')
})

/** Sets the last use of a session so far back that the session has ended. */
function makeIdle(cookie: string): void {
  const id = createHash('sha256').update(Buffer.from(cookie, 'base64url').subarray(0, 16)).digest('hex')
  const database = new Database(path.join(DATA, 'claims.sqlite'))
  const seen = new Date(Date.now() - (IDLE_MINUTES + 1) * 60_000).toISOString().replace('Z', '+00:00')
  expect(database.prepare('UPDATE Session SET lastSeenAt = ? WHERE id = ?').run(seen, id).changes).toBe(1)
  database.close()
}

test('typed text is saved automatically, and the next save has no conflict with it', async ({ page }) => {
  await beginWith(page, 1)
  await page.goto('/claim/q/story')
  await page.locator('#circumstances').fill('I had to clean')
  await expect(page.getByText(t('flow:question.saved'))).toBeVisible()
  await page.locator('#circumstances').fill('I had to clean homes.')
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/work')
  await page.goto('/claim/q/story')
  await expect(page.locator('#circumstances')).toHaveValue('I had to clean homes.')
})

test('without a network the page stays and keeps everything that was written', async ({ page, context }) => {
  await beginWith(page, 1)
  // The scripts of the page run, and the page has already requested its further data.
  await page.goto('/claim/q/contact', { waitUntil: 'networkidle' })
  await page.locator('#phone').fill('555-0100')
  await context.setOffline(true)
  await goOn(page, 'en')
  await expect(page.getByText(t('flow:question.offline'))).toBeVisible()
  await expect(page.locator('#phone')).toHaveValue('555-0100')
  await context.setOffline(false)
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/safe-at-home')
})

test('without a network a press before the scripts run loses nothing that was written', async ({ page, context }) => {
  await beginWith(page, 1)
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/assets/*.js', async route => {
    await held
    await route.continue()
  })
  await page.goto('/claim/q/contact', { waitUntil: 'commit' })
  await page.locator('#phone').fill('555-0100')
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await goOn(page, 'en')
  const notice = page.getByRole('alert')
  await expect(notice).toHaveText(t('flow:question.offline'))
  await expect(notice).toBeFocused()
  await expect(notice).toBeInViewport({ ratio: 1 })
  await expect(page).toHaveURL('/claim/q/contact')
  await expect(page.locator('#phone')).toHaveValue('555-0100')
  await context.setOffline(false)
  letThrough()
  await page.waitForLoadState('networkidle')
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/safe-at-home')
  await page.goto('/claim/q/contact')
  await expect(page.locator('#phone')).toHaveValue('555-0100')
})
