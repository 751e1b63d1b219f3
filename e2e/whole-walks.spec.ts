import { test as unwatched, type Page, type Route } from '@playwright/test'
import { sentences } from './check-walk.ts'
import { ROSA } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { FINGER, KEYS } from './hands.ts'
import { expectWholeExit } from './large-letters.ts'
import { TAKEN_AWAY } from './old-browsers.ts'
import { expectSound } from './sound.ts'
import { walkWhole } from './whole-walk.ts'

const t = sentences('en')
const WHOLE = { hands: FINGER, questions: ROSA.length }
/** As far as the first page with a story and the first list. */
const SHORTER = { hands: FINGER, questions: ROSA.findIndex(([id]) => id === 'work') + 1 }

test('a whole walk with scripts is accessible at each step', async ({ page }) => {
  await walkWhole(page, { ...WHOLE, onPage: name => expectSound(page, `walk-${name}`) })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a whole walk leads to the papers', async ({ page }) => {
    await walkWhole(page, WHOLE)
  })
})

/** What becomes of the module of plain pages. */
const onModule = (page: Page, answer: (route: Route) => Promise<void>) => page.route('**/assets/plain-pages-*.js', answer)

/** Serves the module with one of its pieces in place of which something throws. */
const withBrokenPiece = (attribute: string) => (page: Page) =>
  onModule(page, async route => {
    const response = await route.fetch()
    const whole = await response.text()
    const broken = whole.replace(new RegExp(`"${attribute}":[\\w$]+`), `"${attribute}":()=>{throw new Error("half way")}`)
    expect(broken).not.toBe(whole)
    await route.fulfill({ response, body: broken })
  })

/** How scripts can fail half way, each with what makes them fail. */
const HALF_WAY: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a module that throws after its first pieces': page =>
    page.addInitScript(() => {
      const all = document.querySelectorAll.bind(document)
      document.querySelectorAll = (selector: string) => {
        if (selector === '[data-press]') throw new Error('half way')
        return all(selector)
      }
    }),
  'an autosave that throws when it begins': withBrokenPiece('data-autosave'),
  'an exit that throws when it begins': withBrokenPiece('data-exit'),
  'a storage that throws': page => page.addInitScript(TAKEN_AWAY['a storage that throws'] ?? ''),
  'a module that is not there': page => onModule(page, route => route.fulfill({ status: 404 })),
  'a module that never comes': page => onModule(page, () => new Promise(() => undefined)),
}

for (const [name, breakScripts] of Object.entries(HALF_WAY)) {
  // The browser tells of what fails in its console.
  unwatched(`a walk with ${name} leads to the papers`, async ({ page }) => {
    await breakScripts(page)
    await walkWhole(page, SHORTER)
  })
}

test('a whole walk with the keys alone leads to the papers, and each stop is seen and in order', async ({ page }) => {
  await walkWhole(page, { ...WHOLE, hands: KEYS })
})

test('the first stop of the keys leads past the links above the page', async ({ page }) => {
  await page.goto('/safety')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: t('common:layout.skip') })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('main a').first()).toBeFocused()
})

test('a whole walk with letters twice as large keeps the exit whole and scrolls nothing sideways', async ({ page }) => {
  await walkWhole(page, {
    ...WHOLE,
    onPage: async name => {
      await expectWholeExit(page, 200, name)
      await expectSound(page, `walk-large-${name}`)
    },
  })
})
