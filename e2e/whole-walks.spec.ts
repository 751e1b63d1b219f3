import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
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

/** The module as it was built. It is read once, since a page may be left before a request for it is answered. */
function builtModule(): string {
  const folder = 'build/client/assets'
  const name = readdirSync(folder).find(each => each.startsWith('plain-pages-') && each.endsWith('.js')) ?? ''
  return readFileSync(path.join(folder, name), 'utf8')
}

/** Serves the module with one of its pieces in place of which something throws. */
const withBrokenPiece = (attribute: string) => (page: Page) => {
  const whole = builtModule()
  const broken = whole.replace(new RegExp(`"${attribute}":[\\w$]+`), `"${attribute}":()=>{throw new Error("half way")}`)
  expect(broken).not.toBe(whole)
  return onModule(page, route => route.fulfill({ contentType: 'text/javascript', body: broken }))
}

interface HalfWay {
  readonly breakScripts: (page: Page) => Promise<unknown>
  /** What the browser tells of it in its console, so that the walk shows that something failed; `undefined` where it tells nothing. */
  readonly told?: RegExp
}

/** How scripts can fail half way. */
const HALF_WAY: Readonly<Record<string, HalfWay>> = {
  'a module that throws after its first pieces': {
    breakScripts: page =>
      page.addInitScript(() => {
        const all = document.querySelectorAll.bind(document)
        document.querySelectorAll = (selector: string) => {
          if (selector === '[data-press]') throw new Error('half way')
          return all(selector)
        }
      }),
    told: /^half way$/,
  },
  'an autosave that throws when it begins': { breakScripts: withBrokenPiece('data-autosave'), told: /^half way$/ },
  'an exit that throws when it begins': { breakScripts: withBrokenPiece('data-exit'), told: /^half way$/ },
  'a storage that throws': { breakScripts: page => page.addInitScript(TAKEN_AWAY['a storage that throws'] ?? '') },
  'a module that is not there': {
    breakScripts: page => onModule(page, route => route.fulfill({ status: 404 })),
    told: /status of 404/,
  },
  'a module that never comes': { breakScripts: page => onModule(page, () => new Promise(() => undefined)) },
}

for (const [name, { breakScripts, told }] of Object.entries(HALF_WAY)) {
  unwatched(`a walk with ${name} leads to the papers`, async ({ page }) => {
    const heard: string[] = []
    page.on('pageerror', error => heard.push(error.message))
    page.on('console', message => message.type() === 'error' && heard.push(message.text()))
    await breakScripts(page)
    await walkWhole(page, SHORTER)
    expect(heard.filter(each => told?.test(each)).length > 0).toBe(told !== undefined)
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
