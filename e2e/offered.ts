import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Pages whose buttons would end the session. The test opens them and presses none of their buttons. */
const NOT_PRESSED = ['/work/security', '/work/sign-in']

/** Statuses of a form that was accepted, redirected, or returned with mistakes. A refusal has another status. */
const ANSWERS = [200, 303, 307, 409, 422]

interface Button {
  /** Identifies the button and its page. It is the same in every row. */
  readonly key: string
  readonly method: string
  readonly address: string
  readonly multipart: boolean
  readonly fields: readonly (readonly [string, string])[]
}

interface Offered {
  readonly links: readonly string[]
  readonly buttons: readonly Button[]
}

/** The kind of a page. Buttons are pressed on one page of each kind, because sections of a claim are alike. */
const kindOf = (address: string) => address.replace(/\/prepare\/[a-z-]+$/, '/prepare').replace(/\?.*/, '')

/** The links and the buttons of a page, each button with what its unchanged form sends. The browser parses the page without drawing it. */
async function offeredOn(page: Page, origin: string, address: string, who: string): Promise<Offered> {
  const answer = await page.request.get(origin + address)
  expect(answer.status(), `${who} opens ${address}`).toBe(200)
  return page.evaluate(
    ([html, base]): Offered => {
      const read = new DOMParser().parseFromString(html, 'text/html')
      const buttons = [...read.querySelectorAll<HTMLButtonElement>('.work form:not([action$="/sign-out"]) button[type=submit]')].map(
        (button): Button => {
          const form = button.form
          if (!form) throw new Error('a button without a form')
          const fields = [...new FormData(form, button)].map(([name, value]): [string, string] => [
            name,
            typeof value === 'string' ? value : '',
          ])
          const { pathname, search } = new URL(button.getAttribute('formaction') ?? form.getAttribute('action') ?? '', base)
          const names = new Set(fields.map(([name]) => name.replace(/[\d-].*/, '')))
          return {
            key: `${pathname} ${button.name} ${button.value} ${[...names].join()}`,
            method: form.method,
            address: pathname + search,
            multipart: form.enctype.includes('multipart'),
            fields,
          }
        },
      )
      return {
        links: [...read.querySelectorAll('a[href^="/work"]')].map(link => (link.getAttribute('href') ?? '').replace(/#.*/, '')),
        buttons,
      }
    },
    [await answer.text(), origin + address] as const,
  )
}

/** Sends the unchanged form of a button. Returns the status of the answer. */
async function press(page: Page, origin: string, { method, address, multipart, fields }: Button): Promise<number> {
  const form = new URLSearchParams(fields.map(field => [...field]))
  const post = multipart
    ? { multipart: Object.fromEntries(fields) }
    : { data: form.toString(), headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' } }
  const answer =
    method === 'get'
      ? await page.request.get(`${origin}${address.split('?')[0]}?${form}`)
      : await page.request.post(origin + address, { headers: { Origin: origin }, maxRedirects: 0, ...post })
  return answer.status()
}

/**
 * Follows every link that a member is offered, from the first page on, and presses every kind of button once, each on its page as it
 * is then. None of these requests may be refused.
 * @returns the addresses that were offered
 */
export async function expectNothingRefused(page: Page, origin: string, who: string): Promise<readonly string[]> {
  const [found, kinds, pressed] = [['/work'], new Set<string>(), new Set<string>()]
  for (const address of found) {
    let offered = await offeredOn(page, origin, address, who)
    found.push(...new Set(offered.links.filter(link => !found.includes(link))))
    const kind = kindOf(address)
    if (kinds.has(kind) || NOT_PRESSED.includes(kind)) continue
    kinds.add(kind)
    for (;;) {
      const button = offered.buttons.find(({ key }) => !pressed.has(`${kind} ${key}`))
      if (!button) break
      pressed.add(`${kind} ${button.key}`)
      expect(ANSWERS, `${who} presses ${button.key} on ${address}`).toContain(await press(page, origin, button))
      offered = await offeredOn(page, origin, address, who)
    }
  }
  expect(pressed.size, `${who} has something to press`).toBeGreaterThan(who === 'trainer' ? -1 : 10)
  return found
}
