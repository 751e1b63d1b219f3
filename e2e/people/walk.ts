import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import type { Language } from '../check-walk.ts'
import { fillForm } from '../claim-walk.ts'
import { PDFTOTEXT, type Person } from './person.ts'

/** A person's walk in one language on one screen. */
export interface Walk {
  /** Origin of the app. */
  readonly app: string
  readonly person: Person
  readonly language: Language
  /** Of the window, in pixels. */
  readonly width: number
  /** Where a picture of each page goes, and the packet. */
  readonly folder: string
}

/** Walks from the first page through the check and the claim to the papers. Pages are known by their address, and buttons by what they send. */
export async function walkPerson(browser: Browser, { app, person, language, width, folder }: Walk): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({ baseURL: app, locale: language, viewport: { width, height: 740 } })
  const page = await context.newPage()
  const here = () => new URL(page.url()).pathname
  let pages = 0

  /** Takes a picture of the whole page. */
  async function look(): Promise<void> {
    pages += 1
    const name = `${String(pages).padStart(2, '0')}-${here().slice(1).replaceAll('/', '-') || 'first-page'}.png`
    await page.screenshot({ path: path.join(folder, name), fullPage: true })
  }

  async function press(selector: string): Promise<void> {
    // A page with something to say about what was typed is shown without a load.
    await page.locator('main').evaluate(main => main.setAttribute('data-seen', ''))
    await page.locator(selector).first().click()
    await page.locator('main:not([data-seen])').waitFor()
    await page.waitForLoadState()
    await look()
  }

  /** Answers page after page, and skips what the person has no answer to. A page may come once more, to show what was understood. */
  async function answer(under: string, forms: Person['claim']): Promise<void> {
    let [last, again] = ['', 0]
    for (let id = here(); id.startsWith(under) && id !== '/check/result'; id = here()) {
      again = id === last ? again + 1 : 0
      if (again > 1) throw new Error(`${person.name} does not get on from ${id}: ${await page.locator('main').innerText()}`)
      last = id
      const form = forms[id.slice(under.length)]
      if (form) await fillForm(page, form)
      await press(`main button[name=intent][value=${form ? 'answer' : 'skip'}]`)
    }
  }

  async function get(part: 'mail' | 'keep'): Promise<void> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`main button[formaction="/claim/papers/${part}"]`).click(),
    ])
    const file = path.join(folder, `${part}.pdf`)
    await download.saveAs(file)
    execFileSync(PDFTOTEXT, ['-layout', file])
  }

  await page.goto('/')
  await look()
  await press('main a[href="/safety"]')
  await press('main a[href="/check"]')
  await answer('/check/', person.check)
  await press('main a[href="/claim"]')
  await press('main form[action="/claim?index"] button[type=submit]')
  await answer('/claim/q/', person.claim)
  for (const address of ['/claim/tasks', '/claim/review', '/claim/packet']) {
    await page.goto(address)
    await look()
  }
  for (const part of ['mail', 'keep'] as const) await get(part)
  await context.close()
}
