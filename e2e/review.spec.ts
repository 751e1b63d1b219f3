import type { Page } from '@playwright/test'
import { photo } from '#app/evidence/testing/files.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'

const EXPECTED = /^Failed to load resource: (?:the server responded with a status of (?:403|404|422)|net::ERR_BLOCKED_BY_CLIENT)/

let office: Office

const test = officeTest(() => office, EXPECTED)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

const RUNS = [
  { language: 'en', scripts: true, number: 1 },
  { language: 'es', scripts: false, number: 2 },
] as const satisfies readonly { language: Language; scripts: boolean; number: number }[]

test.beforeAll(async () => {
  office = await openOffice(async (casework, { caseworker }) => {
    for (const { language } of RUNS)
      await casework.cases.create(caseworker.actor, {
        language,
        about: { label: 'K-1', otherSide: [] },
        answers: exampleAnswers('rosa-alone'),
      })
  })
})
test.afterAll(() => office.stop())

/** Opens a step of the case, and fills in its day. */
async function take(page: Page, t: ReturnType<typeof sentences>, type: string, day: string | null): Promise<void> {
  const step = page.locator(`#step-${type}`)
  if ((await step.getAttribute('open')) === null) await step.locator('summary').click()
  if (day !== null) await step.locator(`#${type}-day`).fill(day)
  await step.getByRole('button', { name: t(`lifecycle:event.${type}`) }).click()
}

/** Attaches a picture on the page of the case's papers. */
async function attach(page: Page, t: ReturnType<typeof sentences>): Promise<void> {
  await page.locator('#kind').selectOption('other')
  await page.locator('#file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await photo().png().toBuffer() })
  await page.getByRole('button', { name: t('evidence:add.submit') }).click()
  await expect(page.getByRole('status').filter({ hasText: t('evidence:done.added') })).toBeVisible({ timeout: 20_000 })
}

for (const { language, scripts, number } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('a supervisor asks for a change, gets it and approves, and the claim is signed and sent', async ({ page, browser }) => {
      const t = sentences(language)
      const address = `${office.origin}/work/cases/${number}/life`
      const papers = `${office.origin}/work/cases/${number}/papers`
      const state = (which: Page) => which.locator('.lifecycle-now .lifecycle-label')
      const second = await browser.newPage({ javaScriptEnabled: scripts })
      await office.as(page, 'caseworker', language)
      await office.as(second, 'supervisor', language)

      await page.goto(address)
      await expect(state(page)).toHaveText(t('lifecycle:state.prepared'))
      await expect(page.locator('#step-APPROVED')).toHaveCount(0)
      await take(page, t, 'SENT_TO_REVIEW', '2031-01-01')
      await expect(page.getByRole('alert')).toContainText(t('lifecycle:whyNot.day-ahead'))
      await expect(page.locator('#SENT_TO_REVIEW-day')).toHaveValue('2031-01-01')
      await take(page, t, 'SENT_TO_REVIEW', '2026-11-02')
      await expect(state(page)).toHaveText(t('lifecycle:state.inReview'))

      await page.goto(`${office.origin}/work/cases/${number}/prepare/crime`)
      await expect(page.getByText(t('lifecycle:change.review'))).toBeVisible()
      await page.goto(papers)
      await expect(page.getByText(t('lifecycle:change.review'))).toBeVisible()
      await attach(page, t)
      await expect(page.getByText(t('lifecycle:sentBack.changed-in-review'))).toBeVisible()
      await page.goto(address)
      await expect(state(page)).toHaveText(t('lifecycle:state.prepared'))
      await take(page, t, 'SENT_TO_REVIEW', '2026-11-02')
      await expect(state(page)).toHaveText(t('lifecycle:state.inReview'))

      await second.goto(address)
      const section = second.locator('.review-section').filter({ hasText: t('claim:questions.dates.title') })
      await section.locator('> summary').click()
      const reviewed = section.locator('.reviewed').filter({ hasText: t('claim:questions.dates.title') })
      await reviewed.locator('summary').click()
      await reviewed.getByRole('button', { name: t('review:comment.save') }).click()
      await expect(second.getByRole('alert')).toContainText(t('review:errors.words', { most: 2000 }))
      await second.locator('#words-dates').fill('Invented words: is the year right')
      await second
        .locator('.reviewed')
        .filter({ hasText: t('claim:questions.dates.title') })
        .getByRole('button', { name: t('review:comment.save') })
        .click()
      await expect(second.getByText('Invented words: is the year right')).toBeVisible()
      await take(second, t, 'CHANGES_ASKED', '2026-11-03')
      await expect(state(second)).toHaveText(t('lifecycle:state.needsChanges'))

      await page.goto(address)
      await expect(page.getByText('Invented words: is the year right')).toBeVisible()
      await page.getByRole('button', { name: t('review:comment.resolve') }).click()
      await expect(page.locator('.comment-resolved')).toHaveCount(1)
      await take(page, t, 'SENT_TO_REVIEW', '2026-11-04')
      await expect(state(page)).toHaveText(t('lifecycle:state.inReview'))
      await second.goto(address)
      await take(second, t, 'APPROVED', '2026-11-05')
      await expect(state(second)).toHaveText(t('lifecycle:state.readyToSign'))

      await page.goto(address)
      await take(page, t, 'SIGNED_BY', '2026-11-01')
      await expect(page.getByRole('alert')).toContainText(t('lifecycle:whyNot.signed-before-ready'))
      await take(page, t, 'SIGNED_BY', '2026-11-06')
      await expect(state(page)).toHaveText(t('lifecycle:state.signed'))
      await second.goto(address)
      await take(second, t, 'SIGNING_STARTED_OVER', null)
      await expect(second.getByRole('alert')).toContainText(t('review:errors.sure'))
      await page.goto(address)
      await take(page, t, 'FILED', '2026-11-07')
      await expect(state(page)).toHaveText(t('lifecycle:state.filed'))
      await expect(page.getByText(t('lifecycle:due.kind.receipt'))).toBeVisible()
      await page.goto(papers)
      await attach(page, t)
      await expect(page.getByText(t('lifecycle:change.filed'))).toBeVisible()
      await page.goto(address)
      await expect(page.getByText(t('review:changedSinceFiled'))).toBeVisible()
      await second.close()
    })
  })
}

test('before a case is closed, the page says what stays, and what the chosen retention erases', async ({ page }) => {
  for (const [language, number] of [
    ['en', 1],
    ['es', 2],
  ] as const) {
    const t = sentences(language)
    await office.as(page, 'supervisor', language)
    const closing = page.locator('#step-CLOSED')
    await page.goto(`${office.origin}/work/cases/${number}/life`)
    await closing.locator('summary').click()
    for (const key of ['stays', 'forEver', 'out']) await expect(closing.getByText(t(`review:closing.${key}`))).toBeVisible()
    office.inDatabase(database => database.prepare('UPDATE Organization SET keepMonths = 6').run())
    await page.reload()
    await closing.locator('summary').click()
    await expect(closing.getByText(t('review:closing.erased', { count: 6 }))).toBeVisible()
    // Only the organization can open this claim.
    await expect(closing.getByText(t('review:closing.claimGoes'))).toBeVisible()
    await expect(closing.getByText(t('review:closing.forEver'))).toHaveCount(0)
    office.inDatabase(database => database.prepare('UPDATE Organization SET keepMonths = NULL').run())
  }
})

test('the page is accessible, also with mistakes and comments', async ({ page }) => {
  for (const [language, number] of [
    ['en', 1],
    ['es', 2],
  ] as const) {
    await office.as(page, 'supervisor', language)
    await page.goto(`${office.origin}/work/cases/${number}/life`)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await page.locator('#step-RECEIVED').getByRole('button').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectSound(page, `${language}-case-life`)
  }
})
