import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from './browser.ts'

/** How long something is waited for; a slow moment of the machine is no fault of a page. */
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 100

/** Elements of a page: a selector of CSS, and what stands on it, where that matters. */
export interface Place {
  readonly selector: string
  readonly words?: string
}

interface Middle {
  readonly x: number
  readonly y: number
  /** How far the page is scrolled. */
  readonly scrolled: number
}

/** Finds a place in the page and brings it into view; gives the middle of what can be seen of it. Runs in the page. */
function findInPage(selector: string, words: string | null): Middle | null {
  const found = Array.from(document.querySelectorAll<HTMLElement>(selector)).filter(
    element => element.getClientRects().length > 0 && (words === null || element.textContent?.trim() === words),
  )
  const element = found[found.length - 1]
  if (!element) return null
  const scrolled = window.scrollY
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const [box] = element.getClientRects()
  if (!box) return null
  return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2), scrolled }
}

/** What a person does and sees in a browser. */
export class Walker {
  readonly #browser: Browser

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Opens an address and waits for the whole page. */
  async open(address: string): Promise<void> {
    const before = await this.read('performance.timeOrigin')
    await this.#browser.open(address)
    const [isWhole, begun] = [`document.readyState === 'complete'`, 'performance.timeOrigin']
    await this.until(`${address} is open`, `${isWhole} && ${begun}`, (at: number | false) => at !== false && at !== before)
  }

  back(): Promise<void> {
    return this.#browser.back()
  }

  picture(): Promise<Buffer> {
    return this.#browser.picture()
  }

  /** Presses a place with the mouse, as soon as it is there and rests: Firefox scrolls to what was typed a moment later. */
  async press({ selector, words }: Place): Promise<void> {
    let before = ''
    const middle = await this.until(
      `${words ?? selector} is there`,
      `(${String(findInPage)})(${JSON.stringify(selector)}, ${JSON.stringify(words ?? null)})`,
      (found: Middle | null) => {
        const rests = found !== null && before === JSON.stringify(found)
        before = JSON.stringify(found)
        return rests
      },
    )
    const actions = [
      { type: 'pointerMove', x: middle?.x, y: middle?.y, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await this.#browser.perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }])
  }

  /** Types on the keyboard, where the focus is. */
  type(text: string): Promise<void> {
    const actions = Array.from(text).flatMap(value => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    return this.#browser.perform([{ type: 'key', id: 'keyboard', actions }])
  }

  /** Puts a text into a field in place of what stands there. */
  async fill(selector: string, text: string): Promise<void> {
    await this.press({ selector })
    await this.read(`document.querySelector(${JSON.stringify(selector)}).select()`)
    await this.type(text)
    await this.sees(`${selector} says ${text}`, `document.querySelector(${JSON.stringify(selector)}).value`, text)
  }

  read(expression: string): Promise<unknown> {
    return this.#browser.evaluate(expression)
  }

  /** Waits until an expression in the page has a value. While one page gives way to another there is none. */
  async until<Value>(what: string, expression: string, fulfils: (value: Value) => boolean): Promise<Value> {
    const end = Date.now() + PATIENCE_MS
    let last: unknown
    for (;;) {
      try {
        last = await this.read(expression)
        if (fulfils(last as Value)) return last as Value
      } catch (error) {
        last = error
      }
      if (Date.now() > end) throw new Error(`not so: ${what}. Seen: ${String(last instanceof Error ? last.message : JSON.stringify(last))}`)
      await wait(LOOK_EVERY_MS)
    }
  }

  async sees(what: string, expression: string, value: unknown): Promise<void> {
    await this.until(what, expression, seen => seen === value)
  }

  /** Waits for a page: its path and its heading. Nothing on it may be wider than the window. */
  async arrives(page: string, heading: string): Promise<void> {
    await this.sees(`${page} is open`, 'window.location.pathname', page)
    await this.sees(`${page} says ${heading}`, `document.querySelector('h1')?.textContent`, heading)
    await this.sees(`${page} fits`, 'document.documentElement.scrollWidth - document.documentElement.clientWidth', 0)
  }

  /** Waits for a file that the browser has got; gives its bytes. */
  async download(name: string): Promise<Buffer> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const files = readdirSync(this.#browser.downloads)
      const bytes = files.includes(name) ? readFileSync(path.join(this.#browser.downloads, name)) : Buffer.alloc(0)
      if (bytes.includes('%%EOF')) return bytes
      if (Date.now() > end) throw new Error(`no ${name}, only: ${files.join()}`)
      await wait(LOOK_EVERY_MS)
    }
  }
}
