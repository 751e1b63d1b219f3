import type { Locator } from '@playwright/test'

/** The whole text of one element. It waits for the whole page, because a page arrives in parts and a part can end within a word. */
export async function wholeText(element: Locator): Promise<string> {
  await element.waitFor()
  await element.page().waitForLoadState()
  return (await element.textContent()) ?? ''
}
