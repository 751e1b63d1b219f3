import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { shareByCode } from '#app/data/testing/casework-fixture.ts'
import { formatDate } from '#app/i18n/format.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { sentences, type Language } from './check-walk.ts'
import { goOn } from './claim-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'

const EXPECTED = /^Failed to load resource: the server responded with a status of (?:403|404|409|410|422)/

let office: Office
/** Session of a person's own browser, with a claim that has a phrase and is shared. */
let session = ''

const test = officeTest(() => office, EXPECTED)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

const RUNS = [
  { language: 'en', scripts: true, number: 1 },
  { language: 'es', scripts: false, number: 2 },
] as const satisfies readonly { language: Language; scripts: boolean; number: number }[]

test.beforeAll(async () => {
  office = await openOffice(async (casework, people, { drafts }) => {
    for (const { language } of RUNS)
      await casework.cases.create(people.caseworker.actor, {
        language,
        about: { label: 'K-1', otherSide: [] },
        answers: exampleAnswers('rosa-alone'),
      })
    session = (await drafts.create({ answers: exampleAnswers('rosa-alone'), language: 'en' })).session
    await drafts.setPhrase(session, 'en')
    await shareByCode(casework, people.caseworker.actor, session)
  })
})
test.afterAll(() => office.stop())

const prepare = (number: number, section: string) => `${office.origin}/work/cases/${number}/prepare/${section}`
/** Saves a section and waits for the server's answer, because the page may still show the message of the save before. */
async function save(page: Page, t: ReturnType<typeof sentences>): Promise<void> {
  const answered = page.waitForResponse(response => response.request().method() === 'POST' && response.url().includes('/prepare/'))
  await page
    .locator('.section-save')
    .getByRole('button', { name: t('filing:save') })
    .click()
  await answered
}

for (const { language, scripts, number } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('a whole section is filled in, two members see each other, and conflicts are asked field by field', async ({ page, browser }) => {
      const t = sentences(language)
      const second = await (await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 740 } })).newPage()
      await office.as(page, 'caseworker', language)
      await office.as(second, 'supervisor', language)
      await page.goto(prepare(number, 'crime'))
      await second.goto(prepare(number, 'crime'))
      await expect(second.getByText(t('filing:others', { count: 1, names: 'Name of office-caseworker' }))).toBeVisible()

      await page.locator('#dates__end-year').fill('20x3')
      await save(page, t)
      await expect(page.getByRole('alert')).toBeVisible()
      await expect(page.locator('#dates__end-year')).toHaveValue('20x3')
      if (scripts) await expectSound(page, `${language}-prepare-error`)
      await page.locator('#dates__end-year').fill('2022')
      await page.locator('#story__circumstances').fill('Invented words of a caseworker.')
      await save(page, t)
      await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()

      // The second form was made before that save. It changes the start and gives another year for the end.
      await second.locator('#dates__start-year').fill('2020')
      await second.locator('#dates__end-year').fill('2021')
      await save(second, t)
      const asked = second.locator('fieldset').filter({ has: second.locator('input[name="dates__saved.end"]') })
      await expect(asked).toContainText('2022')
      await expect(asked).toContainText('2021')
      await expect(second.locator('input[name="dates__saved.start"]')).toHaveCount(0)
      await expect(second.locator('#dates__start-year')).toHaveValue('2020')
      await expect(second.locator('#story__circumstances')).toHaveValue('Invented words of a caseworker.')
      if (scripts) await expectSound(second, `${language}-prepare-conflict`)
      await second.locator('input[name="dates__saved.end"]').check()
      await save(second, t)
      await expect(second.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      await page.goto(prepare(number, 'crime'))
      await expect(page.locator('#dates__start-year')).toHaveValue('2020')
      await expect(page.locator('#dates__end-year')).toHaveValue('2022')

      // The button that adds an entry sends the form, and nothing that was written is lost.
      await page.goto(prepare(number, 'work'))
      const entries = await page.locator('#work .entry').count()
      await page.locator('#work__periods\\.0\\.kind').fill('Invented work')
      await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
      await expect(page.locator('#work .entry')).toHaveCount(entries + 1)
      await expect(page.locator('#work__periods\\.0\\.kind')).toHaveValue('Invented work')
      await second.close()
    })

    test('changing to another tab saves what was typed, and a signed-out member gets their words back', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      await page.goto(prepare(number, 'crime'))
      await page.locator('#story__circumstances').fill('Typed before another tab.')
      await page
        .locator('.case-tabs')
        .getByRole('link', { name: t('casefile:tabs.notes') })
        .click()
      await expect(page).toHaveURL(`${office.origin}/work/cases/${number}/notes`)
      await page.goto(prepare(number, 'crime'))
      await expect(page.locator('#story__circumstances')).toHaveValue('Typed before another tab.')

      await page.locator('#story__circumstances').fill('Invented words of a caseworker.')
      await page
        .locator('.section-nav')
        .getByRole('link', { name: t('claim:sections.work') })
        .click()
      await expect(page).toHaveURL(prepare(number, 'work'))
      await page.goto(prepare(number, 'crime'))
      await expect(page.locator('#story__circumstances')).toHaveValue('Invented words of a caseworker.')

      await page.locator('#story__circumstances').fill('Typed after the end.')
      await page.context().clearCookies({ name: COOKIE_NAMES.staff })
      await save(page, t)
      await expect(page.getByRole('alert')).toHaveText(t('claim:notSaved.signedOut'))
      await expect(page.getByLabel(t('flow:notSaved.words'))).toHaveValue('Typed after the end.')
      await expect(page.locator('#story__circumstances')).toHaveCount(0)
    })

    test('an answer on a page that another answer closes is set aside, and comes back', async ({ page }) => {
      const t = sentences(language)
      const role = page.locator('#claimant-role')
      const pressed = async () => {
        await save(page, t)
        await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()
      }
      await office.as(page, 'caseworker', language)
      await page.goto(prepare(number, 'start'))
      await expect(role).toHaveCount(0)
      await page.locator('input[name="filer__filer"][value="family-member"]').check()
      await pressed()
      await role.locator('#claimant-role__relationship').fill('Hermana inventada')
      await page.locator('input[name="filer__filer"][value="victim"]').check()
      await pressed()
      await expect(role).toHaveCount(0)
      await expect(page.getByText(t('filing:setAside', { pages: t('claim:questions.claimant-role.title') }))).toBeVisible()
      await page.locator('input[name="filer__filer"][value="family-member"]').check()
      await pressed()
      await expect(role.locator('#claimant-role__relationship')).toHaveValue('Hermana inventada')
      await page.locator('input[name="filer__filer"][value="victim"]').check()
      await pressed()
    })

    test('a form that was tampered with is answered as a conflict, and breaks nothing', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      for (const base of ['null', '[1]', '{"start-year":7}', 'not JSON']) {
        const answer = await page.request.post(prepare(number, 'crime'), {
          form: { dates__base: base, 'dates__start-year': '2019', 'dates__end-year': '2022', intent: 'save' },
          headers: { Origin: office.origin },
        })
        expect(answer.status(), base).toBe(409)
        expect(await answer.text()).toContain(t('filing:conflict.here'))
      }
    })

    test('a caseworker’s own statement is drafted from the case, and says only what they confirmed', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      await page.goto(prepare(number, 'proof'))
      await page.locator('input[name="income-evidence__incomeEvidence"][value="caseworker_decl"]').check()
      await save(page, t)
      await page.locator('input[name="statements__facts"][value="dates"]').check()
      await save(page, t)
      await expect(page.getByRole('status').filter({ hasText: t('filing:done.saved') })).toBeVisible()

      const address = `${office.origin}/work/cases/${number}/statement`
      await page.goto(address)
      await expect(page.getByText('Evid. Code')).toBeVisible()
      await expect(page.locator('#name')).toHaveValue('Name of office-caseworker')
      await expect(
        page.getByText(
          t('casefile:statement.notAllowed', { facts: [t('terms:statementFact.hours'), t('terms:statementFact.other-money')].join(', ') }),
        ),
      ).toBeVisible()
      if (scripts) await expectSound(page, `${language}-statement`)
      await page.locator('#role').fill('Invented work')
      await page.getByRole('button', { name: t('casefile:statement.make') }).click()
      await expect(page.getByRole('alert')).toContainText(t('casefile:statement.errors.empty'))
      await expect(page.locator('#role')).toHaveValue('Invented work')
      expect(page.url()).toBe(address)

      await page.locator('#howIKnow').fill('Invented reasons.')
      await page.getByLabel('The trafficking began').check()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t('casefile:statement.make') }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`papers-${number}-3.pdf`)
      const text = execFileSync('pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' })
      for (const words of [
        'Name of office-caseworker',
        'Invented work',
        'Invented reasons.',
        'The trafficking began',
        'penalty of perjury',
      ])
        expect(text).toContain(words)
      for (const words of ['The trafficking ended', 'Invented words of a caseworker', 'hours a week', 'advanced degree', 'I believe'])
        expect(text).not.toContain(words)

      await page.goto(`${office.origin}/work/cases/${number}/copy`)
      await expect(page.getByText('1 Example Street, Apt 2, Example City, CA 00000').first()).toBeVisible()
      if (scripts) {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
        await page.getByRole('button', { name: 'Date of birth' }).click()
        await expect(page.getByRole('status').filter({ hasText: t('casefile:copy.copied') })).toBeAttached()
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('May 17, 1994')
        await expectSound(page, `${language}-copy`)
      } else {
        await expect(page.getByRole('button', { name: t('casefile:copy.copy') })).toHaveCount(0)
      }
    })

    test('a caseworker attaches a paper, and it is printed with the others', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      await page.goto(`${office.origin}/work/cases/${number}`)
      await page.getByRole('link', { name: t('casefile:papers.link') }).click()
      await page.getByRole('button', { name: t('evidence:add.submit') }).click()
      await expect(page.getByRole('alert')).toContainText(t('evidence:problem.none'))
      if (scripts) await expectSound(page, `${language}-case-papers`)
      await page.locator('#kind').selectOption('other')
      await page.locator('#title').fill('Papel inventado')
      await page
        .locator('#file')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: readFileSync('docs/pictures/start-phone-en.png') })
      await page.getByRole('button', { name: t('evidence:add.submit') }).click()
      await expect(page.getByRole('status').filter({ hasText: t('evidence:done.added') })).toBeVisible()
      await page.goto(`${office.origin}/work/cases/${number}`)
      await expect(
        page.getByText(`${t('evidence:list.letter', { letter: 'A', kind: t('evidence:add.other') })}: Papel inventado`),
      ).toBeVisible()
      const printed = await page.request.post(`${office.origin}/work/cases/${number}/papers/mail`, {
        form: {},
        headers: { Origin: office.origin },
      })
      const text = execFileSync('pdftotext', ['-', '-'], { input: await printed.body(), encoding: 'utf8' })
      expect(text).toContain('Exhibit A')
    })

    test('the case shows everything at a glance, and its notes are never printed', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      await page.goto(`${office.origin}/work/cases/${number}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('casefile:overview.title'))
      for (const summary of await page.locator('summary').all()) await summary.click()
      await expect(page.getByText('Invented words of a caseworker.')).toBeVisible()
      await expect(page.getByText(t('casefile:overview.byStaff')).first()).toBeVisible()
      if (scripts) await expectSound(page, `${language}-case`)
      await page.goto(`${office.origin}/work/cases/${number}/notes`)
      await page.getByRole('button', { name: t('casefile:notes.save') }).click()
      await expect(page.getByRole('alert')).toContainText(t('casefile:notes.errors.text', { most: 10000 }))
      await page.locator('#text').fill('A note that is invented')
      await page.getByRole('button', { name: t('casefile:notes.save') }).click()
      await expect(page.getByText('A note that is invented').first()).toBeVisible()
      if (scripts) await expectSound(page, `${language}-case-notes`)
      const printed = await page.request.post(`${office.origin}/work/cases/${number}/papers/mail`, {
        form: {},
        headers: { Origin: office.origin },
      })
      expect(printed.headers()['content-type']).toBe('application/pdf')
      await page.getByRole('button', { name: t('casefile:notes.remove') }).click()
      await expect(page.getByText(t('casefile:notes.none'))).toBeVisible()
    })
  })
}

test('a suggestion for a person’s own words waits until the person accepts it', async ({ page, browser }) => {
  const t = sentences('en')
  await office.as(page, 'caseworker')
  await page.goto(prepare(3, 'crime'))
  await page.locator('#story__circumstances').fill('Other words, suggested.')
  await save(page, t)
  await expect(page.getByRole('status').filter({ hasText: t('filing:done.suggested') })).toBeVisible()
  await expect(page.locator('#story__circumstances')).not.toHaveValue('Other words, suggested.')

  const theirs = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await theirs.context().addCookies([{ name: COOKIE_NAMES.draft, value: session, url: office.origin }])
  await theirs.goto(`${office.origin}/claim/tasks`)
  await theirs.getByRole('link', { name: t('flow:tasks.suggestions', { count: 1 }) }).click()
  await expect(theirs.getByText('Other words, suggested.')).toBeVisible()
  await expectSound(theirs, 'en-suggestions')
  // Another save of the claim comes in between, so both answers are shown again before one is taken.
  const meanwhile = await theirs.context().newPage()
  await meanwhile.goto(`${office.origin}/claim/q/reports`)
  await meanwhile.locator('main form input[type=checkbox]').first().check()
  await goOn(meanwhile, 'en')
  await expect(meanwhile).toHaveURL(/\/claim\/q\/story/)
  await meanwhile.close()
  await theirs.getByRole('button', { name: t('filing:suggestions.take') }).click()
  await expect(theirs.getByRole('status').filter({ hasText: t('filing:suggestions.done.changed') })).toBeVisible()
  await theirs.getByRole('button', { name: t('filing:suggestions.take') }).click()
  await expect(theirs.getByText(t('filing:suggestions.none'))).toBeVisible()
  await page.goto(prepare(3, 'crime'))
  await expect(page.locator('#story__circumstances')).toHaveValue('Other words, suggested.')
  await page
    .locator('summary')
    .filter({ hasText: t('filing:outcome.title') })
    .click()
  await expect(
    page.getByText(
      t('filing:outcome.taken', { page: t('claim:questions.story.title'), day: formatDate(dayInLosAngeles(new Date()), 'en') }),
    ),
  ).toBeVisible()
  await theirs.close()
})
