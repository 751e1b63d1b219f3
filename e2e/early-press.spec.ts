import { expect, test } from '@playwright/test'

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
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  for (const address of ['/work/sign-in', '/work/join']) {
    await page.goto(address)
    await page.waitForFunction(() => '__remixRouter' in window)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(errors).toEqual([])
})
