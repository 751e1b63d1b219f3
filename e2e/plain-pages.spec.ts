import { test as unwatched, type Page } from '@playwright/test'
import { photo } from '#app/evidence/testing/files.ts'
import { APP } from './addresses.ts'
import { LIKELY, LIKELY_ANSWERS, sentences, type Language } from './check-walk.ts'
import { expect, test, watchPage } from './fixtures.ts'
import { expectWholeExit } from './large-letters.ts'
import { BROKEN, TAKEN_AWAY } from './old-browsers.ts'
import { readStylesAsOld } from './old-styles.ts'
import { firstAnswers, ROSA } from './claim-walk.ts'
import { openCheck, openClaim } from './ready-made.ts'
import { openWayWithoutCookies } from './without-cookies.ts'

const t = sentences('en')
const { kinds, place, dates, hours, proof, 'loss-proof': lossProof } = LIKELY_ANSWERS
const ALL_BUT_LAST = { kinds, place, dates, hours, proof, 'loss-proof': lossProof }

const goOn = (page: Page) => page.getByRole('button', { name: t('common:actions.continue') })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** From the first page into the check, and from its last question to the result. */
async function walkThrough(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: t('start:home.begin') }).click()
  await expect(heading(page)).toHaveText(t('check:safety.title'))
  await page.getByRole('link', { name: t('check:safety.ready') }).click()
  await expect(page).toHaveURL('/check/kinds')
  await page.getByRole('button', { name: t('common:actions.skip') }).click()
  await expect(page).toHaveURL('/check/place')
  await openCheck(page, 'en', ALL_BUT_LAST)
  await page.goto('/check/pauses')
  await LIKELY.pauses?.(page, t)
  await goOn(page).click()
  await expect(page).toHaveURL('/check/result')
  await expect(heading(page)).toHaveText(t('rules:outcome.likely.title'))
}

/** Most bytes of the script that stands in each page. */
const MOST_EARLY_BYTES = 400

test('the pages of a survivor bring no framework, and one small script in the page beside the module', async ({ page }) => {
  await openCheck(page, 'en', { kinds, place })
  await openClaim(page, 'en', firstAnswers(3))
  const claim = ['', '/q/dates', '/tasks', '/review', '/evidence', '/packet', '/papers/read/mail', '/save', '/pause', '/lock', '/delete']
  const others = ['/', '/help', '/language', '/safety', '/check/dates', '/check/forget', '/no-such-page']
  for (const address of [...others, ...claim.map(rest => `/claim${rest}`)]) {
    const sent = await (await page.request.get(address)).text()
    const [early = '', module, ...more] = sent.match(/<script.*?<\/script>/gs) ?? []
    const [, nonce = 'no nonce', text = ''] = /^<script nonce="([\w+/=]{20,})">(.*)<\/script>$/s.exec(early) ?? []
    expect(text, address).toMatch(/^"use strict";\(function\(\)\{document\.addEventListener\("submit",/)
    expect(text.length, address).toBeLessThanOrEqual(MOST_EARLY_BYTES)
    expect(module, address).toMatch(/^<script type="module" src="\/assets\/plain-pages-\w+\.js" nonce="[\w+/=]+"><\/script>$/)
    expect(module, address).toContain(`nonce="${nonce}"`)
    expect(more, address).toEqual([])
    expect(sent).not.toContain('modulepreload')
    expect(sent).not.toContain('__remix')
  }
})

for (const [name, takeAway] of Object.entries(TAKEN_AWAY)) {
  test(`the check leads to its result in a browser with ${name}`, async ({ page }) => {
    await page.addInitScript(takeAway)
    await walkThrough(page)
  })
}

for (const [name, takeAway] of Object.entries(BROKEN)) {
  unwatched(`the check leads to its result in a browser with ${name}`, async ({ page }) => {
    await page.addInitScript(takeAway)
    await walkThrough(page)
  })
}

test('what is typed while the script arrives stays, and so does the focus', async ({ page }) => {
  await openCheck(page, 'en', { kinds, place })
  await page.goto('/check/place')
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/assets/*.js', async route => {
    await held
    await route.continue()
  })
  // As a link does it, so that the heading would take the focus.
  await page.evaluate(() => window.location.assign('/check/dates'))
  const year = page.locator('#start-year')
  await year.pressSequentially('20')
  letThrough()
  await page.waitForLoadState('networkidle')
  await page.keyboard.type('21')
  await expect(year).toBeFocused()
  await expect(year).toHaveValue('2021')
})

test('what an extension adds to a page does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    const add = () => {
      if (document.readyState === 'loading') return
      document.body.prepend(document.createElement('extension-bar'))
      document.querySelector('form')?.prepend(document.createElement('extension-key'))
      document.querySelector<HTMLInputElement>('#start-year')?.setAttribute('value', '2021')
    }
    document.addEventListener('readystatechange', add)
  })
  await openCheck(page, 'en', { kinds, place })
  await page.goto('/check/dates', { waitUntil: 'networkidle' })
  await expect(page.locator('#start-year')).toHaveValue('2021')
  await expect(page.locator('extension-bar')).not.toHaveCount(0)
  await goOn(page).click()
  await expect(page).toHaveURL('/check/hours')
})

test('a browser that knows no layers shows the page in its styles, and the exit whole and in reach', async ({ page }) => {
  await readStylesAsOld(page)
  await openCheck(page, 'en', { kinds, place })
  for (const address of ['/', '/check/dates']) {
    await page.goto(address)
    const exit = page.getByRole('link', { name: t('common:layout.exit') })
    await expect(exit).toHaveCSS('background-color', 'rgb(58, 34, 50)')
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(exit).toBeInViewport({ ratio: 1 })
    const { width = 0, height = 0 } = (await exit.boundingBox()) ?? {}
    // A finger's width high, and room around the words.
    expect(height).toBeGreaterThanOrEqual(44)
    expect(width).toBeGreaterThan(100)
    await expect(page.locator('[data-unanswered]')).toHaveCount(address === '/' ? 0 : 1)
    await expect(page.locator('[data-unanswered]:visible')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
})

test('in a browser that knows no gaps in rows nothing sticks together, also where a row breaks', async ({ page }) => {
  await readStylesAsOld(page)
  await openCheck(page, 'en', { kinds, place })
  await openClaim(page, 'en', firstAnswers(2))
  for (const [address, row] of [
    ['/check/ended', '.button-row'],
    ['/claim/packet', '.card .button-row'],
    ['/', '.site-bar'],
    ['/claim/tasks', '.task'],
  ] as const) {
    await page.goto(address)
    const distances = await page
      .locator(row)
      .first()
      .evaluate(({ children }) => {
        const boxes = Array.from(children, child => child.getBoundingClientRect())
        return boxes.slice(1).map((box, at) => Math.max(box.left - (boxes[at]?.right ?? 0), box.top - (boxes[at]?.bottom ?? 0)))
      })
    expect(distances.length, address).toBeGreaterThan(0)
    for (const distance of distances) expect(distance, address).toBeGreaterThanOrEqual(6)
  }
})

test('in a browser that knows neither a grid in a fieldset nor logical floats, the fields of a list stand apart and its title stands above', async ({
  page,
}) => {
  await readStylesAsOld(page)
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/work')
  const [border = 0, title = 0, ...fields] = await page
    .locator('.entry')
    .first()
    .evaluate(entry => {
      const boxes = Array.from(entry.children, child => child.getBoundingClientRect())
      const ends = boxes.slice(1).map((box, at) => box.top - (boxes[at]?.bottom ?? 0))
      return [entry.getBoundingClientRect().top, boxes[0]?.top ?? 0, ...ends]
    })
  expect(title).toBeGreaterThan(border + 6)
  expect(fields.length).toBeGreaterThan(3)
  for (const distance of fields) expect(distance).toBeGreaterThanOrEqual(12)
})

// That files are gone is told in the console.
unwatched('a new release while a page is open changes nothing for a person who goes on', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  // The files of the release before are gone.
  await page.route('**/assets/*.js', route => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: t('start:home.begin') }).click()
  await expect(heading(page)).toHaveText(t('check:safety.title'))
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('a language chosen in the middle of a question leads back to it, with what was typed', async ({ page }) => {
      await openCheck(page, 'en', LIKELY_ANSWERS)
      // Not the question that waits: the person changes an earlier answer.
      await page.goto('/check/dates')
      await page.locator('#start-year').fill('20')
      await page.locator('#start-month').selectOption('05')
      await page.getByRole('navigation').getByText(t('common:layout.language')).click()
      await page.getByRole('button', { name: 'Español' }).click()
      await expect(heading(page)).toHaveText(sentences('es')('check:dates.title'))
      await expect(page.locator('#start-year')).toHaveValue('20')
      await expect(page.locator('#start-month')).toHaveValue('05')
    })

    test('Enter in a field goes on to the next question, as the button below it does', async ({ page }) => {
      await openCheck(page, 'en', { place })
      await page.goto('/check/kinds')
      await LIKELY.kinds?.(page, t)
      await page.getByRole('checkbox').first().press('Enter')
      await expect(page).toHaveURL('/check/dates')
      await page.locator('#start-month').selectOption('05')
      await page.locator('#start-year').fill('2021')
      await page.locator('#start-year').press('Enter')
      await expect(page).toHaveURL('/check/hours')
    })

    test('who looks at Help in the middle of a question comes back to what was typed', async ({ page }) => {
      await openCheck(page, 'en', {})
      await page.goto('/check/kinds')
      await LIKELY.kinds?.(page, t)
      await page.getByRole('navigation').getByText(t('common:layout.help')).click()
      await expect(page).toHaveURL('/help')
      await page.goto('/check')
      await expect(page).toHaveURL('/check/kinds')
      await expect(page.getByLabel(t('terms:kind.labor'))).toBeChecked()
    })

    for (const language of ['en', 'es'] satisfies Language[]) {
      test(`a browser that keeps no cookies is told so in ${language}`, async ({ browser }) => {
        const way = await openWayWithoutCookies(APP)
        const context = await browser.newContext({ javaScriptEnabled, locale: language, baseURL: way.origin })
        const page = await context.newPage()
        const words = sentences(language)
        await page.goto('/check')
        await page.getByLabel(words('terms:kind.labor'), { exact: true }).check()
        await page.getByRole('button', { name: words('common:actions.continue') }).click()
        await expect(heading(page)).toHaveText(words('check:cookies.title'))
        await expect(page.getByText(words('check:cookies.text'))).toBeVisible()
        await context.close()
        way.close()
      })

      test(`a language chosen in a browser that keeps no cookies is answered with words, in ${language}`, async ({ browser }) => {
        const way = await openWayWithoutCookies(APP)
        // The browser asks for the other language.
        const context = await browser.newContext({ javaScriptEnabled, locale: language === 'en' ? 'es' : 'en', baseURL: way.origin })
        const page = await context.newPage()
        const words = sentences(language)
        await page.goto('/language')
        await page.getByRole('button', { name: language === 'en' ? 'English' : 'Español' }).click()
        const notice = page.getByRole('status')
        await expect(notice).toHaveText(words('start:language.notKept') + words('start:language.turnOn'))
        await expect(notice).toHaveAttribute('lang', language)
        await context.close()
        way.close()
      })

      test(`a claim begun in a browser that keeps no cookies is answered with words, in ${language}`, async ({ browser }) => {
        const way = await openWayWithoutCookies(APP)
        const context = await browser.newContext({ javaScriptEnabled, locale: language, baseURL: way.origin })
        const page = await context.newPage()
        const words = sentences(language)
        await page.goto('/claim')
        await page.getByRole('button', { name: words('flow:start.begin') }).click()
        await expect(heading(page)).toHaveText(words('flow:noCookies.title'))
        await expect(page.getByText(words('flow:noCookies.text'))).toBeVisible()
        await context.close()
        way.close()
      })
    }
  })
}

test('a press without a network says where the person looks that nothing is saved, and keeps what was chosen', async ({
  page,
  context,
}) => {
  await openCheck(page, 'en', LIKELY_ANSWERS)
  await page.goto('/check/proof', { waitUntil: 'networkidle' })
  const kept = page.getByLabel(t('terms:evidence.medical_records'), { exact: true })
  await expect(kept).toBeChecked()
  const other = page.getByRole('checkbox').last()
  await other.check()
  await kept.uncheck()
  await goOn(page).scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300)
  await context.setOffline(true)
  await goOn(page).click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText(t('flow:question.offline'))
  await expect(summary).toBeFocused()
  await expect(summary).toBeInViewport({ ratio: 1 })
  await expect(other).toBeChecked()
  await expect(kept).not.toBeChecked()
  await expect(goOn(page)).not.toHaveAttribute('aria-disabled')
  await context.setOffline(false)
  await goOn(page).click()
  await expect(page).toHaveURL('/check/result')
})

test('a press without a network before the script has arrived stays on the page, says so, and keeps what was typed', async ({
  page,
  context,
}) => {
  await openCheck(page, 'en', { kinds, place })
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/assets/*.js', async route => {
    await held
    await route.continue()
  })
  await page.goto('/check/dates', { waitUntil: 'commit' })
  await page.locator('#start-year').fill('2021')
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await goOn(page).click()
  await expect(page.getByRole('alert')).toHaveText(t('flow:question.offline'))
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page).toHaveURL('/check/dates')
  await expect(page.locator('#start-year')).toHaveValue('2021')
  await context.setOffline(false)
  letThrough()
  await goOn(page).click()
  await expect(page).toHaveURL('/check/hours')
})

test('a second press while the first is under way sends nothing', async ({ page }) => {
  await openCheck(page, 'en', { kinds, place })
  await page.goto('/check/dates', { waitUntil: 'networkidle' })
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.route('**/check/dates*', async route => {
    if (route.request().method() === 'POST') await new Promise(resolve => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.locator('#start-year').fill('2021')
  await goOn(page).dblclick()
  await expect(page).toHaveURL('/check/hours')
  expect(sent).toHaveLength(1)
})

/** Work of two kinds, one of them a long word. */
const LONG_WORK = {
  periods: [
    { from: '2023-01', to: '2023-06', hoursPerWeek: { low: 20, high: 45 }, kind: 'Sewing'.repeat(8), paidCents: 20_000 },
    { from: '2023-07', to: '2024', hoursPerWeek: 40, kind: 'Cleaning' },
  ],
}

for (const { name, percent, width } of [
  { name: 'letters twice as large', percent: 200, width: 360 },
  { name: 'a window 250 pixels wide', percent: 100, width: 250 },
  { name: 'both', percent: 200, width: 250 },
]) {
  test(`with ${name} the exit is whole and no page scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    const expectWhole = async (addresses: readonly string[], language: Language) => {
      for (const address of addresses) {
        await page.goto(address)
        await expect(page).toHaveURL(address)
        await expectWholeExit(page, percent, `${address} in ${language}`)
      }
    }
    for (const language of ['en', 'es'] satisfies Language[]) {
      await openCheck(page, language, LIKELY_ANSWERS)
      const check = ['kinds', 'dates', 'proof', 'result'].map(id => `/check/${id}`)
      await expectWhole(['/', '/safety', '/help', '/language', ...check], language)
      await openClaim(page, language, { ...firstAnswers(ROSA.length), work: { value: LONG_WORK } })
      await page.goto('/claim/evidence')
      await page.locator('#file').setInputFiles({ name: `${'long'.repeat(20)}.png`, mimeType: '', buffer: await photo().png().toBuffer() })
      await page.locator('#kind').selectOption('medical_records')
      await page.locator('#title').fill('Long'.repeat(12))
      await page.getByRole('button', { name: sentences(language)('evidence:add.submit') }).click()
      await expect(page.getByRole('status').first()).toHaveText(sentences(language)('evidence:done.added'))
      const claim = [
        'q/work',
        'q/dates',
        'q/residence-address',
        'tasks',
        'evidence',
        'packet',
        'review',
        'save',
        'share',
        'pause',
        'delete',
      ]
      await expectWhole(['/claim', ...claim.map(rest => `/claim/${rest}`), '/claim/papers/read/keep'], language)
    }
  })
}

test('a long address breaks where the page ends', async ({ page }) => {
  await openCheck(page, 'en', { kinds, place })
  await page.goto('/check/dates')
  const sideways = await page.evaluate(() => {
    for (const place of document.querySelectorAll('main p, main legend, main label, main summary'))
      place.append(`https://${'long'.repeat(40)}.example/`)
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })
  expect(sideways).toBe(0)
})

unwatched('a link from a page that React takes over to a plain page and the way back load whole pages', async ({ page }) => {
  const faults = watchPage(page, APP, /^$/)
  await page.goto('/work/sign-in')
  await page.waitForFunction(() => '__remixRouter' in window)
  await page.evaluate(() => (document.body.dataset.same = 'yes'))
  await page.getByRole('link', { name: t('common:layout.help') }).click()
  await expect(page).toHaveURL('/help')
  await expect(heading(page)).toBeFocused()
  expect(await page.evaluate(() => [document.body.dataset.same, '__remixRouter' in window])).toEqual([undefined, false])
  await page.goBack()
  await expect(page).toHaveURL('/work/sign-in')
  await page.waitForFunction(() => '__remixRouter' in window)
  await page.getByRole('link', { name: t('common:siteName') }).click()
  await expect(page).toHaveURL('/')
  expect(await page.evaluate(() => '__remixRouter' in window)).toBe(false)
  expect(faults).toEqual([])
})
