import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Folder for pictures of every page, for people to look at; none are taken without it. */
const PICTURES = process.env.PICTURES

/** What must hold of every page, however it was reached. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  expect(['Notes', 'Notas']).toContain(await page.title())
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(width, `${name} scrolls sideways`).toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(node => node.html).join(' ')}`)).toEqual([])
  if (PICTURES) {
    const { width: across } = page.viewportSize() ?? { width: 0 }
    await page.screenshot({ path: `${PICTURES}/${name}-${across}.png`, fullPage: true })
  }
}
