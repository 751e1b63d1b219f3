import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Sets the size of a page's letters. The exit must be whole, and the page must not scroll sideways. */
export async function expectWholeExit(page: Page, percent: number, words: string): Promise<void> {
  const seen = await page.evaluate(size => {
    document.documentElement.style.fontSize = `${size}%`
    const exit = document.querySelector('.exit')
    const { left, right, top, bottom } = exit?.getBoundingClientRect() ?? new DOMRect(-1)
    const { scrollWidth, clientWidth } = document.documentElement
    return {
      left,
      top,
      beyond: right - clientWidth,
      below: bottom - window.innerHeight,
      cut: (exit?.scrollWidth ?? 1e4) - (right - left),
      sideways: scrollWidth - clientWidth,
    }
  }, percent)
  for (const cut of [-seen.left, -seen.top, seen.beyond, seen.below, seen.cut, seen.sideways]) expect(cut, words).toBeLessThanOrEqual(0.5)
}
