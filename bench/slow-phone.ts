import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'

/** A slow connection: what a phone at the edge of its network has. */
export const KBIT_PER_SECOND = 400
/** How many times slower than this machine's processor. */
export const SLOWER = 4

/** The first field of a page that takes text. */
const FIELD = 'main :is(input:not([type]), textarea)'
const BETWEEN_LETTERS_MS = 100
/** The page has come to rest when nothing was loaded for so long. */
const REST_MS = 4_000
/** Letters that stand in no answer: each is typed once. */
const FIRST_LETTER = 0x100

/**
 * Makes a window as slow as an old phone on a slow network.
 * @param latency milliseconds from a request to the first byte of its answer
 */
export async function slowDown(page: Page, latency: number): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const bytesPerSecond = (KBIT_PER_SECOND * 1_000) / 8
  await browser.send('Network.enable')
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

/** What became of what somebody typed from the first moment on; times in milliseconds from the request on. */
export interface Typed {
  /** The first field can be seen. */
  readonly seen: number
  /** The first letter was typed that is still there when the page has come to rest, without another tap on the field after it. */
  readonly kept: number
  /** Letters before it. */
  readonly lost: number
  /** How often the field had to be tapped, because the focus had gone. */
  readonly taps: number
}

/** Tells how long nothing has been loaded. */
function watchNetwork(page: Page): () => number {
  let [underWay, last] = [0, performance.now()]
  const change = (by: number) => () => {
    underWay += by
    last = performance.now()
  }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
  return () => (underWay > 0 ? 0 : performance.now() - last)
}

/** Taps a field at once, as a finger does: Playwright's own tap waits until it is sure of its aim. What stands there may fill it, so it is selected. */
async function tap(page: Page, field: Locator): Promise<void> {
  const { x, y } = await field.evaluate((element: HTMLInputElement | HTMLTextAreaElement) => {
    element.scrollIntoView({ block: 'nearest' })
    element.select()
    return element.getBoundingClientRect()
  })
  await page.touchscreen.tap(x + 5, y + 5)
}

/**
 * Opens a page, taps its first field as soon as it can be seen, and types a letter at a time until the page has come to rest. Where the focus
 * has gone, the field is tapped again and what stands there is typed anew.
 */
export async function typeFromTheStart(page: Page, address: string): Promise<Typed> {
  const quietFor = watchNetwork(page)
  const started = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(
    selector => performance.getEntriesByType('paint').length > 0 && document.querySelector(selector)?.checkVisibility(),
    FIELD,
  )
  const seen = performance.now() - started
  const field = page.locator(FIELD).first()
  const letters: { readonly letter: string; readonly at: number; readonly tap: number }[] = []
  let taps = 0
  while (quietFor() < REST_MS) {
    if (taps === 0 || !(await field.evaluate(element => element === document.activeElement))) {
      await tap(page, field)
      taps += 1
    }
    const letter = String.fromCodePoint(FIRST_LETTER + letters.length)
    await page.keyboard.insertText(letter)
    letters.push({ letter, at: performance.now() - started, tap: taps })
    await wait(BETWEEN_LETTERS_MS)
  }
  const text = await field.inputValue()
  const first = letters.findIndex(({ letter, tap }) => tap === taps && text.includes(letter))
  if (first < 0) throw new Error(`${address} kept nothing of what was typed`)
  return { seen, kept: letters[first]?.at ?? 0, lost: first, taps }
}
