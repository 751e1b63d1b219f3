import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect } from './fixtures.ts'

declare global {
  interface Window {
    /** Defined once axe's source has run in the page. */
    readonly axe: typeof axe
  }
}

/** axe's minified source, which is sent into pages. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Windows that load axe into each page that they open. */
const withAxe = new WeakSet<Page>()

/** Folder for screenshots of every page for people to look at. Without it none are taken. */
const PICTURES = process.env.PICTURES

/**
 * The violations that axe finds on a page, each with its elements. axe's own package for Playwright also looks into frames, which our
 * pages do not have, and merges the results in a new window, which takes four times as long as the check itself.
 */
async function violationsOn(page: Page): Promise<string[]> {
  // Most windows are checked again. The init script saves sending the source for each page.
  if (!withAxe.has(page)) {
    withAxe.add(page)
    await page.addInitScript(AXE)
    await page.evaluate(AXE)
  }
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

/** Expects what every page must fulfill. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  expect(['Notes', 'Notas']).toContain(await page.title())
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(width, `${name} scrolls sideways`).toBe(0)
  expect((await violationsOn(page)).map(violation => `${name}: ${violation}`)).toEqual([])
  if (PICTURES) {
    const { width: across } = page.viewportSize() ?? { width: 0 }
    await page.screenshot({ path: `${PICTURES}/${name}-${across}.png`, fullPage: true })
  }
}
