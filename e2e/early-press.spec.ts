import type { Page } from '@playwright/test'
import { sentences } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { openOffice, type Office } from './office.ts'

const t = sentences('en')

/** Presses each page that a window opens again and again until it runs: one of the presses falls between its arrival and its start. */
const pressUntil = (page: Page, sign: 'whole' | 'hydrated') =>
  page.addInitScript(until => {
    const runs = () => (until === 'hydrated' ? '__remixRouter' in window : document.readyState === 'complete')
    const turn = new MessageChannel()
    const press = () => {
      document.body?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      if (!runs()) turn.port2.postMessage(null)
    }
    turn.port1.onmessage = press
    press()
  }, sign)

test('a press while the page starts does no harm', async ({ page }) => {
  await pressUntil(page, 'whole')
  for (const address of ['/claim', '/claim/return']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.getByRole('link', { name: t('common:actions.back') }).click()
  await expect(page).toHaveURL('/claim')
})

test.describe('a page that React takes over', () => {
  let office: Office
  const staffTest = officeTest(() => office, /^$/)
  test.beforeAll(async () => void (office = await openOffice()))
  test.afterAll(() => office.stop())

  staffTest('bears a press while it starts, too', async ({ page }) => {
    await pressUntil(page, 'hydrated')
    await office.as(page, 'caseworker')
    for (const address of ['/work/cases', '/work']) {
      await page.goto(`${office.origin}${address}`)
      await page.waitForFunction(() => '__remixRouter' in window)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
    // A link changes the page without a whole load only where the page runs.
    await page.evaluate(() => (document.body.dataset.same = 'yes'))
    await page.locator('nav a[href="/work/cases"]').first().click()
    await expect(page).toHaveURL(`${office.origin}/work/cases`)
    expect(await page.evaluate(() => document.body.dataset.same)).toBe('yes')
  })
})
