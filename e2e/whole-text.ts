import type { Locator } from '@playwright/test'

/** The text of one element, all of it: without our scripts a page arrives in parts, and a part can end within a word. */
export async function wholeText(element: Locator): Promise<string> {
  await element.waitFor()
  await element.page().waitForLoadState()
  return (await element.textContent()) ?? ''
}
