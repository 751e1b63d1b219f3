import { answerAll, begin, LIKELY, sentences } from './check-walk.ts'
import { EXIT } from './addresses.ts'
import type { Page } from '@playwright/test'
import { answerPages, beginClaim, firstAnswers, ROSA } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { openOffice, type Office } from './office.ts'
import { openClaim } from './ready-made.ts'

const t = sentences('en')

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the quick exit ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('leads to the neutral page, and Back brings nothing of the check to light', async ({ page, context }) => {
      await begin(page, 'en')
      await answerAll(page, 'en', LIKELY)
      const steps = await page.evaluate(() => history.length)
      await page.getByRole('link', { name: t('common:layout.exit') }).click()
      await expect(page).toHaveURL(EXIT)
      // With JavaScript the last page of the check makes room for the neutral one; without, it is one step away.
      expect(await page.evaluate(() => history.length)).toBe(javaScriptEnabled ? steps : steps + 1)
      expect((await context.cookies()).map(cookie => cookie.name)).not.toContain('s')
      for (let step = 0; step < 5; step += 1) {
        await page.goBack()
        await expect(page).toHaveURL('/door')
        await expect(page.getByRole('heading')).toHaveText(t('start:door.title'))
        await expect(page.locator('body')).not.toContainText(t('common:siteName'))
        await expect(page).toHaveTitle(t('common:title'))
      }
    })

    test('closes the claim, and Back brings nothing of it to light', async ({ page, context }) => {
      // What Back could bring to light are the pages of a walk.
      await beginClaim(page, 'en')
      await answerPages(page, 'en', ROSA.slice(0, 2))
      await expect(page).toHaveURL(`/claim/q/${ROSA[2]?.[0]}`)
      const [cookie] = (await context.cookies()).filter(({ name }) => name === 'd')
      await page.getByRole('link', { name: t('common:layout.exit') }).click()
      await expect(page).toHaveURL(EXIT)
      expect((await context.cookies()).map(each => each.name)).not.toContain('d')
      for (let step = 0; step < 3; step += 1) {
        await page.goBack()
        await expect(page.locator('body')).not.toContainText(t('common:siteName'))
        await expect(page.locator('body')).not.toContainText(t('claim:questions.kinds.title'))
      }
      // Not even a copy of the cookie opens anything.
      await context.clearCookies({ name: 'v' })
      if (cookie) await context.addCookies([cookie])
      await page.goto('/claim/tasks')
      await expect(page).toHaveURL('/claim/return')
    })

    test('closes every address until the person opens the site again, with nothing left in it', async ({ page }) => {
      await begin(page, 'en')
      await LIKELY.kinds?.(page, t)
      await page.getByRole('button', { name: t('common:actions.continue') }).click()
      await expect(page).toHaveURL('/check/place')
      await page.getByRole('link', { name: t('common:layout.exit') }).click()
      await expect(page).toHaveURL(EXIT)
      for (const address of ['/check/place', '/check/result', '/help', '/']) {
        await page.goto(address)
        await expect(page).toHaveURL('/door')
      }
      await page.getByRole('button', { name: t('start:door.open') }).click()
      await expect(page).toHaveURL('/')
      await page.goto('/check')
      await expect(page).toHaveURL('/check/kinds')
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    })
  })
}

test.describe('the exit by key', () => {
  const press = async (page: Page, key: string, times: number) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
  }

  test('leaves at the third press of Shift, from within a field, and Back brings nothing to light', async ({ page, context }) => {
    await openClaim(page, 'en', firstAnswers(2))
    await page.goto('/claim/tasks')
    await page.goto('/claim/q/story')
    await page.locator('#circumstances').fill('I cleaned homes.')
    await page.locator('#circumstances').focus()
    const steps = await page.evaluate(() => history.length)
    await press(page, 'Shift', 3)
    await expect(page).toHaveURL(EXIT)
    expect(await page.evaluate(() => history.length)).toBe(steps)
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('d')
    await page.goBack()
    await expect(page).toHaveURL('/door')
    await expect(page.locator('body')).not.toContainText(t('common:siteName'))
  })

  test('does nothing at two presses, at capital letters, and at three presses of Escape', async ({ page }) => {
    await openClaim(page, 'en', firstAnswers(2))
    await page.goto('/claim/q/story')
    await page.locator('#circumstances').focus()
    await press(page, 'Shift', 2)
    await press(page, 'Shift+A', 3)
    await press(page, 'Shift', 2)
    await page.keyboard.type('b')
    await press(page, 'Shift', 2)
    await press(page, 'Escape', 3)
    await expect(page).toHaveURL('/claim/q/story')
    await expect(page.locator('#circumstances')).toHaveValue('AAAb')
    await expect(page.locator('body')).toBeVisible()
  })
})

test.describe('the browser that these tests run in', () => {
  test.use({ javaScriptEnabled: false })

  test('would bring a page back alive, so that the tests above can fail', async ({ page }) => {
    await page.goto('/safety')
    await page.goto(EXIT)
    const pages: string[] = []
    page.on('request', request => void (request.isNavigationRequest() && pages.push(request.url())))
    await page.goBack({ waitUntil: 'commit' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check:safety.title'))
    expect(pages).toEqual([])
  })
})

test('an exit in one window closes the check in the other', async ({ page, context }) => {
  await begin(page, 'en')
  const other = await context.newPage()
  await other.goto('/check/kinds')
  await other.getByRole('link', { name: t('common:layout.exit') }).click()
  await expect(other).toHaveURL(EXIT)
  await LIKELY.kinds?.(page, t)
  await page.getByRole('button', { name: t('common:actions.continue') }).click()
  await expect(page).toHaveURL('/door')
})

test('an exit in one window closes the pages of the claim in the other', async ({ page, context }) => {
  await page.goto('/claim')
  const other = await context.newPage()
  await other.goto('/')
  await other.getByRole('link', { name: t('common:layout.exit') }).click()
  await expect(other).toHaveURL(EXIT)
  await page.getByRole('link', { name: t('flow:start.return') }).click()
  await expect(page).toHaveURL('/door')
})

test.describe('a page that React takes over', () => {
  let office: Office
  const staffTest = officeTest(() => office, /^$/)
  test.beforeAll(async () => void (office = await openOffice()))
  test.afterAll(() => office.stop())

  staffTest('shows the door too where it has yet to learn where its links lead', async ({ page, context }) => {
    let letThrough = (): void => undefined
    const held = new Promise<void>(resolve => (letThrough = resolve))
    await page.route('**/__manifest?*', async route => {
      await held
      await route.continue()
    })
    await office.as(page, 'caseworker')
    await page.goto(`${office.origin}/work`)
    const other = await context.newPage()
    await other.route(
      ({ origin }) => origin !== office.origin,
      route => route.fulfill({ body: 'Weather' }),
    )
    await other.goto(office.origin)
    await other.getByRole('link', { name: t('common:layout.exit') }).click()
    await expect(other).not.toHaveURL(new RegExp(`^${office.origin}`))
    const answered = page.waitForResponse('**/__manifest?*')
    letThrough()
    expect((await answered).headers()['content-type']).toContain('json')
    await page.locator('nav a[href="/work/cases"]').first().click()
    await expect(page).toHaveURL(`${office.origin}/door`)
  })
})
