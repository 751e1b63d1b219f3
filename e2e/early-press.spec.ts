import { sentences } from './check-walk.ts'
import { expect, test } from './fixtures.ts'

test('a press while the page starts does no harm', async ({ page }) => {
  // Presses the page again and again until it runs: one of them falls between its arrival and its start.
  await page.addInitScript(() => {
    const turn = new MessageChannel()
    const press = () => {
      document.body?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      if (!('__remixRouter' in window)) turn.port2.postMessage(null)
    }
    turn.port1.onmessage = press
    press()
  })
  for (const address of ['/claim', '/claim/return']) {
    await page.goto(address)
    await page.waitForFunction(() => '__remixRouter' in window)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  // A link changes the page without a whole load only where the page runs.
  await page.getByRole('link', { name: sentences('en')('common:actions.back') }).click()
  await expect(page).toHaveURL('/claim')
})
