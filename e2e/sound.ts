import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect } from './fixtures.ts'

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe
  }
}

/** The short form of axe's source: it is sent into pages. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Windows that bring axe along to each page that they open from then on. */
const withAxe = new WeakSet<Page>()

/** Folder for pictures of every page, for people to look at; none are taken without it. */
const PICTURES = process.env.PICTURES

/**
 * What axe finds wrong with a page, each with the elements. axe's own package for Playwright looks into frames, which no page of ours
 * has, and puts their results together in a new window: that takes four times as long as looking.
 */
async function violationsOn(page: Page): Promise<string[]> {
  // A window that is looked at once is looked at again, most of the time: then the source need not be sent anew for each page.
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

/** What must hold of every page, however it was reached. */
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
