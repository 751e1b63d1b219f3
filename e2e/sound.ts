import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './fixtures.ts'

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe
  }
}

/** Folder for pictures of every page, for people to look at; none are taken without it. */
const PICTURES = process.env.PICTURES

/**
 * What axe finds wrong with a page, each with the elements. axe's own package for Playwright looks into frames, which no page of ours
 * has, and puts their results together in a new window: that takes four times as long as looking.
 */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
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
