import type { Locator, Page, Request, Route } from '@playwright/test'
import { TEST_PASSWORD } from '#app/data/testing/casework-fixture.ts'
import { photo } from '#app/evidence/testing/files.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { signIn } from './work-walk.ts'

const EXPECTED =
  /^Failed to load resource: the server responded with a status of (?:403|422|500|503)|^Failed to load resource: net::ERR_(?:FAILED|INTERNET_DISCONNECTED)|^Failed to fetch manifest patches/

let office: Office

const test = officeTest(() => office, EXPECTED)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

const RUNS = [
  { language: 'en', scripts: true, number: 1 },
  { language: 'es', scripts: false, number: 2 },
] as const satisfies readonly { language: Language; scripts: boolean; number: number }[]

test.beforeAll(async () => {
  office = await openOffice(async (casework, { caseworker }) => {
    for (const { language } of RUNS)
      await casework.cases.create(caseworker.actor, {
        language,
        about: { label: 'K-1', otherSide: [] },
        answers: exampleAnswers('rosa-alone'),
      })
  })
})
test.afterAll(() => office.stop())

const take = (table: string) => office.inDatabase(database => database.exec(`ALTER TABLE "${table}" RENAME TO "Away"`))
const bring = (table: string) => office.inDatabase(database => database.exec(`ALTER TABLE "Away" RENAME TO "${table}"`))
const sections = (number: number, section: string) => `${office.origin}/work/cases/${number}/prepare/${section}`

/** Presses a button or link that sends a form. Returns the status of the answer. */
async function press(page: Page, button: Locator): Promise<number> {
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  await button.click()
  return (await answered).status()
}

const save = (page: Page, t: ReturnType<typeof sentences>) =>
  press(page, page.locator('.section-save').getByRole('button', { name: t('filing:save') }))

for (const { language, scripts, number } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })
    const t = sentences(language)
    const alert = (page: Page) => page.getByRole('alert').filter({ hasText: t('flow:notSaved.text') })

    test('a section that cannot be saved keeps its lists, dates and texts, and the next press saves it', async ({ page }) => {
      const typed = { 'work__periods.0.kind': `Sewing, «${number}»`, 'work__periods.0.from-year': '2019' }
      await office.as(page, 'caseworker', language)
      await page.goto(sections(number, 'work'), { waitUntil: 'networkidle' })
      for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value)
      // Without this table the section can be read but not saved.
      take('CaseMark')
      expect(await save(page, t)).toBe(503)
      await expect(alert(page)).toBeVisible()
      for (const [name, value] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
      // Pressing a tab saves too, and loses nothing when the save fails.
      expect(await press(page, page.locator('.case-tabs').getByRole('link', { name: t('casefile:tabs.notes') }))).toBe(503)
      await expect(alert(page)).toBeVisible()
      for (const [name, value] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
      bring('CaseMark')
      expect(await save(page, t)).toBeLessThan(400)
      await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      await page.goto(sections(number, 'work'))
      for (const [name, value] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
    })

    test('a section that cannot be read keeps its words, and the next press saves them beside a colleague’s', async ({ page, browser }) => {
      const kind = `Cleaning, «${number}»`
      const second = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
      await office.as(page, 'caseworker', language)
      await office.as(second, 'owner', language)
      await page.goto(sections(number, 'crime'), { waitUntil: 'networkidle' })
      await second.goto(sections(number, 'crime'))
      await second.locator('#dates__end-year').fill('2021')
      await save(second, t)
      await expect(second.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      await page.locator('#story__circumstances').fill(kind)
      await page.locator('#dates__start-year').fill('2018')
      take('StaffSession')
      expect(await save(page, t)).toBe(503)
      await expect(alert(page)).toBeVisible()
      if (scripts) await expect(page.locator('#story__circumstances')).toHaveValue(kind)
      else await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue(new RegExp(`2018[^]*${kind}|${kind}[^]*2018`))
      bring('StaffSession')
      if (scripts) await save(page, t)
      else await page.getByRole('button', { name: t('flow:notSaved.again') }).click()
      await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      await page.goto(sections(number, 'crime'))
      await expect(page.locator('#story__circumstances')).toHaveValue(kind)
      await expect(page.locator('#dates__start-year')).toHaveValue('2018')
      await expect(page.locator('#dates__end-year')).toHaveValue('2021')
      await second.context().close()
    })

    test('a page that asks by itself or has no network loses nothing', async ({ page }) => {
      test.skip(!scripts, 'only scripts ask')
      await page.clock.install()
      await office.as(page, 'caseworker', language)
      await page.goto(sections(number, 'crime'), { waitUntil: 'networkidle' })
      await page.locator('#story__circumstances').fill('Not saved yet.')
      const asks = async () => {
        const asked = page.waitForRequest('**/here*')
        await page.clock.runFor(25_000)
        await (await asked).response().catch(() => null)
      }
      const story = page.locator('#story__circumstances')
      take('StaffSession')
      await asks()
      bring('StaffSession')
      await page.route('**/prepare/*', route => route.abort())
      await page
        .locator('.section-save')
        .getByRole('button', { name: t('filing:save') })
        .click()
      await expect(page.getByRole('alert').filter({ hasText: t('flow:question.offline') })).toBeVisible()
      await expect(story).toHaveValue('Not saved yet.')
      await page.unrouteAll()
      await page.context().clearCookies({ name: COOKIE_NAMES.staff })
      await asks()
      await expect(story).toHaveValue('Not saved yet.')
      expect(await save(page, t)).toBe(403)
      await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('Not saved yet.')
    })

    test('a member whose access ends while typing is told so, gets their words, and can put them back in', async ({ page, browser }) => {
      const [first = '', second = ''] = office.people.supervisor.codes.slice(2 * number)
      const enter = (where: Page, code: string) => signIn(where, language, 'office-supervisor', code, TEST_PASSWORD, office.origin)
      const owner = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
      const access = async (key: 'disable' | 'enable') => {
        await owner.goto(`${office.origin}/work/members`)
        const card = owner.getByRole('listitem').filter({ hasText: 'Name of office-supervisor' })
        await card.locator('summary').click()
        await card.getByRole('button', { name: t(`work:members.${key}`) }).click()
      }
      await office.as(owner, 'owner', language)
      await page.context().addCookies([{ name: 'lang', value: language, url: office.origin }])
      await enter(page, first)
      await expect(page).toHaveURL(`${office.origin}/work`)
      await page.goto(sections(number, 'crime'), { waitUntil: 'networkidle' })
      await page.locator('#story__circumstances').fill('Typed before the end.')

      await access('disable')
      expect(await save(page, t)).toBe(403)
      await expect(page.getByRole('alert')).toHaveText(t('claim:notSaved.signedOut'))
      const words = page.getByLabel(t('flow:notSaved.words'))
      await expect(words).toHaveValue('Typed before the end.')
      await expect(page.locator('#story__circumstances')).toHaveCount(0)
      await expect(page.locator('main')).not.toContainText('Rosa')

      await access('enable')
      const opens = async (name: string) => {
        const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: t(name) }).click()])
        return opened
      }
      const signing = await opens('claim:notSaved.signIn')
      await expect(signing).toHaveURL(`${office.origin}/work/sign-in`)
      await enter(signing, second)
      await expect(signing).toHaveURL(`${office.origin}/work`)
      const again = await opens('claim:notSaved.back')
      await expect(again).toHaveURL(sections(number, 'crime'))
      await again.locator('#story__circumstances').fill(await words.inputValue())
      await save(again, t)
      await expect(again.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      await owner.context().close()
    })

    test('what was typed beside a file comes back, and the page asks to choose the file again', async ({ page }) => {
      const file = { name: 'a.png', mimeType: 'image/png', buffer: await photo().png().toBuffer() }
      await office.as(page, 'caseworker', language)
      await page.goto(`${office.origin}/work/cases/${number}/papers`, { waitUntil: 'networkidle' })
      const attach = async () => {
        await page.locator('#file').setInputFiles(file)
        await page.getByRole('button', { name: t('evidence:add.submit') }).click()
      }
      await page.locator('#kind').selectOption('other')
      await page.locator('#title').fill('Invented title')
      take('StaffSession')
      await attach()
      await expect(page.getByRole('alert')).toContainText(t('claim:notSaved.file'))
      await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('Invented title')
      bring('StaffSession')
      await page.getByRole('button', { name: t('flow:notSaved.again') }).click()
      await expect(page.getByRole('alert')).toContainText(t('evidence:problem.none'))
      await expect(page.locator('#title')).toHaveValue('Invented title')
      await expect(page.locator('#kind')).toHaveValue('other')
      await attach()
      await expect(page.getByRole('status').filter({ hasText: t('evidence:done.added') })).toBeVisible({ timeout: 20_000 })
      await expect(page.getByText('Invented title').first()).toBeVisible()
    })
  })
}

test.describe('before React takes a page over', () => {
  const t = sentences('en')
  const story = (page: Page) => page.locator('#story__circumstances')

  /** Opens a section whose scripts have come, but not all its sentences. Returns what lets them come. */
  async function openHeld(page: Page): Promise<() => void> {
    await office.as(page, 'caseworker', 'en')
    let [run, asked] = [() => {}, () => {}]
    const [mayRun, isAsking] = [new Promise<void>(resolve => (run = resolve)), new Promise<void>(resolve => (asked = resolve))]
    const holdSentences = async (route: Route) => {
      const response = await route.fetch()
      const [headers, body] = [response.headers(), await response.text()]
      asked()
      await mayRun
      await route.fulfill({ headers, body })
    }
    await page.route('**/assets/flow-*.js', holdSentences, { times: 1 })
    const waiting = new Set<Request>()
    page.on('request', request => void (request.resourceType() === 'script' && waiting.add(request)))
    page.on('requestfinished', request => void waiting.delete(request))
    await page.goto(sections(1, 'crime'), { waitUntil: 'commit' })
    await isAsking
    // Everything else that the page needs has come.
    await expect.poll(() => [...waiting].map(request => request.url().replace(/.*\/(\w+)-.*/, '$1'))).toEqual(['flow'])
    return run
  }

  const takenOver = (page: Page) =>
    page.waitForFunction(() => Object.keys(document.querySelector('textarea') ?? {}).some(key => key.startsWith('__reactFiber')))

  test('what is typed stays', async ({ page }) => {
    const run = await openHeld(page)
    await story(page).fill('Typed early.')
    run()
    await takenOver(page)
    await story(page).press('End')
    await story(page).pressSequentially(' And late.')
    await expect(story(page)).toHaveValue('Typed early. And late.')
    await save(page, t)
    await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
    await page.reload()
    await expect(story(page)).toHaveValue('Typed early. And late.')
  })

  test('a press without a network loses nothing', async ({ page, context }) => {
    const run = await openHeld(page)
    await story(page).fill('Typed without a network.')
    await context.setOffline(true)
    await page.waitForFunction(() => !navigator.onLine)
    await page
      .locator('.section-save')
      .getByRole('button', { name: t('filing:save') })
      .click()
    run()
    await expect(page.getByRole('alert')).toHaveText(t('flow:question.offline'))
    await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('Typed without a network.')
    await context.setOffline(false)
    await page.getByRole('button', { name: t('flow:notSaved.again') }).click()
    await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
    await expect(story(page)).toHaveValue('Typed without a network.')
  })
})

test('a link to a mistake leads to its field, loads nothing and keeps what was typed', async ({ page }) => {
  const t = sentences('en')
  await office.as(page, 'caseworker', 'en')
  await page.goto(sections(1, 'crime'), { waitUntil: 'networkidle' })
  await page.locator('#dates__start-year').fill('20')
  await save(page, t)
  const story = page.locator('#story__circumstances')
  await story.fill('Typed after the mistake.')
  await page.getByRole('alert').getByRole('link').first().click()
  await expect(page.locator('#dates__start-year')).toBeFocused()
  await expect(page).toHaveURL(sections(1, 'crime'))
  await expect(page.locator('#dates__start-year')).toHaveValue('20')
  await expect(story).toHaveValue('Typed after the mistake.')
})

test('a change of a paper without a network is kept on the page of a case', async ({ page, context }) => {
  const t = sentences('en')
  const file = { name: 'a.png', mimeType: 'image/png', buffer: await photo().png().toBuffer() }
  await office.as(page, 'caseworker', 'en')
  await page.goto(`${office.origin}/work/cases/1/papers`, { waitUntil: 'networkidle' })
  await page.locator('#kind').selectOption('other')
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: t('evidence:add.submit') }).click()
  await expect(page.getByText(t('evidence:add.busy'))).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: t('evidence:done.added') })).toBeVisible({ timeout: 20_000 })
  const paper = page.locator('main details').first()
  await paper.locator('summary').click()
  await paper.getByLabel(t('evidence:add.name')).fill('A title without a network')
  await context.setOffline(true)
  await paper.getByRole('button', { name: t('evidence:list.save') }).click()
  await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('A title without a network')
  await context.setOffline(false)
  await page.getByRole('button', { name: t('flow:notSaved.again') }).click()
  await expect(page.getByText('A title without a network').first()).toBeVisible()
})
