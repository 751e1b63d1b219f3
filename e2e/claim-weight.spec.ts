import { OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { APP } from './addresses.ts'
import { SKIPPED } from './check-walk.ts'
import { firstAnswers } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { openCheck, openClaim } from './ready-made.ts'
import { weigh } from './weight.ts'

/** Most bytes of a question page, as they are sent, on a first visit. */
const MOST_BYTES = 26_000

const WAYS = OFFERED_LANGUAGES.flatMap(({ code }) => (['with', 'without'] as const).map(way => ({ language: code, way })))

for (const { language, way } of WAYS) {
  test(`the longest question page in ${language} ${way} JavaScript loads at most ${MOST_BYTES} bytes, and no font`, async ({
    page,
    browser,
  }) => {
    await openClaim(page, language, firstAnswers(1))
    // A person at this page has been at another one before.
    await page.goto('/claim/q/kinds')
    // Another browser with the same claim open has nothing of ours in its cache.
    const fresh = await browser.newContext({ javaScriptEnabled: way === 'with', storageState: await page.context().storageState() })
    const first = await fresh.newPage()
    const { requests, bytes } = await weigh(first, `${APP}/claim/q/work`)
    await expect(first.getByRole('heading', { level: 1 })).toBeVisible()
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(requests.filter(request => request.resourceType() === 'font')).toEqual([])
    await fresh.close()
  })
}

for (const { code } of OFFERED_LANGUAGES) {
  for (const address of ['/', '/check/dates']) {
    test(`${address} in ${code} loads at most ${MOST_BYTES} bytes on a first visit, with its script`, async ({ page }) => {
      await openCheck(page, code, { kinds: SKIPPED, place: SKIPPED })
      const { requests, bytes } = await weigh(page, address)
      await expect(page.locator('html')).toHaveAttribute('lang', code)
      await expect(page).toHaveURL(address)
      expect(requests.map(request => request.resourceType())).toContain('script')
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    })
  }
}

test('scripts come as small as they can be to browsers that read Brotli, and whole to those that do not', async ({ page, playwright }) => {
  // As it was sent: a page that runs has taken out what says which scripts to load.
  const [address] = /\/assets\/components-[\w-]+\.js/.exec(await (await page.request.get('/work/sign-in')).text()) ?? ['no script']
  const context = await playwright.request.newContext({ baseURL: APP })
  const ask = (encoding: string) => context.get(address, { headers: { 'Accept-Encoding': encoding } })
  const [brotli, gzip, plain] = [await ask('br, gzip'), await ask('gzip'), await ask('identity')]
  expect([brotli, gzip, plain].map(answer => answer.headers()['content-encoding'])).toEqual(['br', 'gzip', undefined])
  for (const answer of [brotli, gzip, plain]) {
    expect(answer.headers()).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
      vary: 'Accept-Encoding',
    })
    expect(await answer.text()).toBe(await plain.text())
  }
  await context.dispose()
})
