import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { addMember, TEST_PASSWORD } from '#app/data/testing/casework-fixture.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { ROLES, type Role } from '#machines/casework/permissions.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { expectNothingRefused } from './offered.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, listening, startScript } from './server-process.ts'
import { expectSound } from './sound.ts'
import { heading, signIn } from './work-walk.ts'

/** The only report of Chromium that is no fault: a form with mistakes comes back. Nothing that a member presses is refused. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 422/

const RUNS = [
  { language: 'en', scripts: true },
  { language: 'es', scripts: false },
] as const satisfies readonly { language: Language; scripts: boolean }[]

const CARE = ['work:nav.home', 'work:nav.cases', 'due:nav']
const PEOPLE = ['work:nav.members', 'work:nav.teams']
const LOOK = ['records:nav.record', 'records:nav.figures']
/** The pages that each role is offered, in order. */
const NAV: Readonly<Record<Role, readonly string[]>> = {
  owner: [...CARE, 'work:nav.receive', ...PEOPLE, ...LOOK, 'records:nav.import', 'records:nav.retention', 'work:nav.security'],
  supervisor: [...CARE, 'work:nav.receive', ...PEOPLE, ...LOOK, 'records:nav.import', 'work:nav.security'],
  caseworker: [...CARE, 'work:nav.receive', ...PEOPLE, 'records:nav.import', 'work:nav.security'],
  volunteer: [...CARE, ...PEOPLE, 'work:nav.security'],
  trainer: ['work:nav.home', ...PEOPLE, 'work:nav.security'],
}

/** Addresses that no page may offer to a role. */
const NOT_OFFERED: Partial<Readonly<Record<Role, RegExp>>> = {
  supervisor: /keeping/,
  caseworker: /keeping|figures|work\/record|cases\/1\/(?:prepare|papers)/,
  volunteer: /keeping|figures|work\/record|import|receive|cases\/(?:[23]|new)/,
  trainer: /keeping|figures|record|import|receive|due|cases/,
}

let office: Office
/** Session of a member in another team. */
let elsewhere = ''
const test = officeTest(() => office, EXPECTED)
// The tests run in order in one organization, because each role continues what the role before did.
test.describe.configure({ mode: 'serial' })

for (const { language, scripts } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })
    const t = sentences(language)
    const at = (address: string) => `${office.origin}${address}`
    const state = (page: Page) => page.locator('.lifecycle-now .lifecycle-label')
    const rows = (sql: string, ...values: readonly unknown[]) =>
      office.inDatabase(database =>
        database
          .prepare(sql)
          .pluck()
          .all(...values),
      )
    const kindsBy = (role: Role) =>
      rows('SELECT DISTINCT "kind" FROM "CaseRecord" WHERE "memberId" = ?', office.people[role].actor.memberId)

    test.beforeAll(async () => {
      office = await openOffice(async (casework, { supervisor, caseworker, volunteer }) => {
        const about = { label: 'K-1', otherSide: [] }
        const { actor } = supervisor
        const team = await casework.organizations.addTeam(actor.organizationId, 'Another team')
        elsewhere = (await addMember(casework, actor.organizationId, 'caseworker', 'elsewhere', Date.now(), team.id)).session
        // One case is the volunteer's. On the other one a caseworker wrote a note and was then unassigned.
        await casework.cases.create(actor, {
          language,
          about,
          answers: exampleAnswers('rosa-alone'),
          place: { teamId: null, memberIds: [volunteer.actor.memberId] },
        })
        await casework.cases.create(actor, {
          language,
          about,
          answers: exampleAnswers('minor-with-guardian'),
          place: { teamId: null, memberIds: [caseworker.actor.memberId] },
        })
        await casework.notes.add(caseworker.actor, 2, 'A note from before')
        await casework.assigning.assign(actor, 2, { remove: [caseworker.actor.memberId] })
      })
    })
    test.afterAll(() => office.stop())

    /** Signs in and opens every page that the frame offers. */
    async function begin(page: Page, role: Role): Promise<void> {
      await page.context().addCookies([{ name: 'lang', value: language, url: office.origin }])
      await signIn(page, language, `office-${role}`, office.people[role].codes[0] ?? '', TEST_PASSWORD, office.origin)
      await expect(heading(page)).toHaveText(t('work:home.title'))
      await expect(page.getByText(t(`work:roleHint.${role}`))).toBeVisible()
      const links = page.locator('.work-nav a')
      await expect(links).toHaveText(NAV[role].map(key => t(key)))
      for (const link of await links.evaluateAll(all => all.map(each => each.getAttribute('href') ?? '')))
        expect((await page.goto(at(link)))?.status(), link).toBe(200)
      await page.goto(at('/work'))
    }

    async function end(page: Page): Promise<void> {
      await page.goto(at('/work'))
      await page.getByRole('button', { name: t('work:nav.signOut') }).click()
      await expect(heading(page)).toHaveText(t('work:signIn.title'))
    }

    /** Follows a link of the frame. The old page stays under the new address for a moment and may have fields of the same names. */
    async function goTo(page: Page, key: string): Promise<void> {
      const link = page.locator('.work-nav, .case-tabs').getByRole('link', { name: t(key), exact: true })
      // A tab beside a section is a button that saves the section. Its value says where it leads.
      const to = (await link.getAttribute('href')) ?? (await link.getAttribute('value'))?.replace(/^go:/, '')
      const address = at(to ?? '')
      await link.click()
      await page.waitForURL(({ href }) => href === address || (address.endsWith('/prepare') && href.startsWith(address)))
      await expect(link).toHaveAttribute('aria-current', 'page')
    }
    const saved = (page: Page, key: string) => expect(page.getByRole('status').filter({ hasText: t(key) })).toBeVisible()

    async function step(page: Page, type: string, day: string): Promise<void> {
      const form = page.locator(`#step-${type}`)
      await form.locator('summary').click()
      await form.locator(`#${type}-day`).fill(day)
      await form.getByRole('button', { name: t(`lifecycle:event.${type}`) }).click()
    }

    async function print(page: Page): Promise<void> {
      await page
        .locator('summary')
        .filter({ hasText: t('casefile:packet.title') })
        .click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t('flow:packet.mailGet') }).click(),
      ])
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }

    test('a trainer sees no case, and is told how training is started', async ({ page, browser }) => {
      await begin(page, 'trainer')
      await expect(page.getByText(t('work:home.trainingText'))).toBeVisible()
      if (scripts) await expectSound(page, `${language}-work-home-trainer`)
      const command = await page.locator('code').textContent()
      expect(command).toBe('npm run training')
      await goTo(page, 'work:nav.members')
      await expect(page.locator('#people')).toContainText('Name of office-trainer')
      await end(page)
      expect(kindsBy('trainer')).toEqual([])

      const { scripts: commands } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
      expect(commands[command?.split(' ').at(-1) ?? '']).toBe('node --enable-source-maps build/programs/training.js')
      const [folder, port] = [mkdtempSync(path.join(tmpdir(), 'training-day-')), await freePort()]
      const server = startScript('training', { TRAINING_PORT: String(port), TRAINING_DATA_DIR: path.join(folder, 'data') })
      const address = (await listening(server)).replace(/^Open /, '')
      const lesson = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
      await lesson.context().addCookies([{ name: 'training-lang', value: language, url: address }])
      await lesson.goto(address)
      await lesson.getByRole('button', { name: t('training:people.open', { name: 'Rosa Ejemplo' }) }).click()
      await expect(lesson).toHaveURL(/\/claim\/tasks$/)
      await expect(lesson.locator('.training-band')).toBeVisible()
      await lesson.context().close()
      server.kill('SIGTERM')
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    })

    test('a volunteer prepares the one assigned case and passes it on', async ({ page }) => {
      await begin(page, 'volunteer')
      await goTo(page, 'work:nav.cases')
      await expect(page.locator('.case-link')).toHaveText(['Rosa María Ejemplo'])
      for (const key of ['caseload:assign.button', 'caseload:many.files'])
        await expect(page.getByRole('button', { name: t(key), exact: true })).toHaveCount(0)
      await expect(page.getByRole('link', { name: t('caseload:new.link') })).toHaveCount(0)
      await page.locator('.case-link').click()
      await goTo(page, 'casefile:tabs.prepare')
      await page
        .locator('.section-nav')
        .getByRole('link', { name: t('claim:sections.crime'), exact: true })
        .click()
      await page.locator('#story__circumstances').fill('Invented words of a volunteer.')
      await page
        .locator('.section-save')
        .getByRole('button', { name: t('filing:save') })
        .click()
      await saved(page, 'filing:done.saved')
      await goTo(page, 'casefile:tabs.notes')
      await page.locator('#text').fill('A note of a volunteer')
      await page.getByRole('button', { name: t('casefile:notes.save') }).click()
      await expect(page.locator('.note-text')).toHaveText(['A note of a volunteer'])
      await expect(page.getByRole('button', { name: t('casefile:notes.remove') })).toHaveCount(0)

      await goTo(page, 'casefile:tabs.overview')
      await page.getByRole('link', { name: t('casefile:papers.link') }).click()
      await page.locator('#kind').selectOption('other')
      await page.locator('#title').fill('Papel inventado')
      await page
        .locator('#file')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: readFileSync('docs/pictures/start-phone-en.png') })
      await page.getByRole('button', { name: t('evidence:add.submit') }).click()
      await saved(page, 'evidence:done.added')
      await page.getByText(t('evidence:list.edit'), { exact: true }).click()
      await expect(page.getByRole('button', { name: t('evidence:list.save') })).toBeVisible()
      await expect(page.getByRole('button', { name: t('evidence:list.remove', { letter: 'A' }) })).toHaveCount(0)
      expect(rows('SELECT COUNT(*) FROM "Exhibit"')).toEqual([1])

      await goTo(page, 'casefile:tabs.overview')
      await print(page)
      await goTo(page, 'casefile:tabs.life')
      await expect(page.locator('.step')).toHaveCount(1)
      await step(page, 'SENT_TO_REVIEW', '2026-11-02')
      await expect(state(page)).toHaveText(t('lifecycle:state.inReview'))
      await goTo(page, 'records:tab')
      await expect(page.locator('.record-what').filter({ hasText: t('records:kind.paper.added') })).toHaveCount(1)
      await expect(page.locator('#password')).toHaveCount(0)
      expect(kindsBy('volunteer')).toEqual(
        expect.arrayContaining(['case.saved', 'note.written', 'paper.added', 'case.printed', 'case.step']),
      )
      await end(page)
    })

    test('a caseworker imports a case, reads a colleague’s case, prepares their own and asks for a review', async ({ page }) => {
      await begin(page, 'caseworker')
      await goTo(page, 'work:nav.cases')
      await expect(page.locator('.case-row')).toHaveCount(2)
      await expect(page.locator('.case-choose input')).toHaveCount(0)
      await page.goto(at('/work/cases/2'))
      await expect(page.locator('.case-section').first()).toBeVisible()
      await expect(page.locator('.answer-change')).toHaveCount(0)
      await expect(page.getByRole('link', { name: t('casefile:tabs.prepare') })).toHaveCount(0)
      await goTo(page, 'casefile:tabs.notes')
      await expect(page.getByText('A note from before')).toBeVisible()
      await expect(page.locator('main textarea')).toHaveCount(0)

      await goTo(page, 'records:nav.import')
      await page.locator('#file').setInputFiles('examples/rosa-alone.json')
      await page.getByRole('button', { name: t('records:import.button') }).click()
      await expect(page).toHaveURL(/\/work\/cases\/3$/)
      await goTo(page, 'casefile:tabs.prepare')
      await page
        .locator('.section-nav')
        .getByRole('link', { name: t('claim:sections.crime'), exact: true })
        .click()
      await page.locator('#story__circumstances').fill('Invented words of a caseworker.')
      await page
        .locator('.section-save')
        .getByRole('button', { name: t('filing:save') })
        .click()
      await saved(page, 'filing:done.saved')
      await goTo(page, 'casefile:tabs.notes')
      await page.locator('#text').fill('A note to take back')
      await page.getByRole('button', { name: t('casefile:notes.save') }).click()
      await page.getByRole('button', { name: t('casefile:notes.remove') }).click()
      await expect(page.getByText(t('casefile:notes.none'))).toBeVisible()
      await goTo(page, 'casefile:tabs.overview')
      await print(page)
      await page.getByRole('link', { name: t('casefile:copy.title') }).click()
      await expect(page.getByText('Invented words of a caseworker.')).toBeVisible()
      await goTo(page, 'casefile:tabs.life')
      await step(page, 'SENT_TO_REVIEW', '2026-11-03')
      await expect(state(page)).toHaveText(t('lifecycle:state.inReview'))
      await expect(page.locator('#step-APPROVED')).toHaveCount(0)
      await goTo(page, 'work:nav.cases')
      await expect(page.locator('.case-choose input')).toHaveCount(1)
      expect(
        rows(
          'SELECT "number" FROM "Case" JOIN "CaseAssignment" ON "caseId" = "Case"."id" WHERE "memberId" = ?',
          office.people.caseworker.actor.memberId,
        ),
      ).toEqual([3])
      await end(page)
    })

    test('a supervisor assigns a case, reviews another with a comment and approves it', async ({ page }) => {
      await begin(page, 'supervisor')
      await goTo(page, 'work:nav.cases')
      await expect(page.locator('#to option')).not.toContainText(['Name of elsewhere'])
      await page.locator('input[name=case][value="2"]').check()
      await page.locator('#to').selectOption({ label: 'Name of office-caseworker' })
      await page.getByRole('button', { name: t('caseload:assign.button'), exact: true }).click()
      await saved(page, 'caseload:done.assigned')
      expect(
        rows(
          'SELECT "number" FROM "Case" JOIN "CaseAssignment" ON "caseId" = "Case"."id" WHERE "memberId" = ? ORDER BY 1',
          office.people.caseworker.actor.memberId,
        ),
      ).toEqual([2, 3])

      await page.goto(at('/work/cases/3/life'))
      await page
        .locator('.review-section')
        .filter({ hasText: t('claim:questions.dates.title') })
        .locator('> summary')
        .click()
      const answer = page.locator('.reviewed').filter({ hasText: t('claim:questions.dates.title') })
      await answer.locator('summary').click()
      await answer.locator('#words-dates').fill('Invented words: well told')
      await answer.getByRole('button', { name: t('review:comment.save') }).click()
      await expect(page.locator('.comment-words')).toHaveText(['Invented words: well told'])
      await step(page, 'APPROVED', '2026-11-04')
      await expect(state(page)).toHaveText(t('lifecycle:state.readyToSign'))
      expect(rows('SELECT COUNT(*) FROM "CaseComment"')).toEqual([1])

      await goTo(page, 'work:nav.members')
      await expect(page.locator('#role option')).toHaveText([t('work:members.choose'), t('work:role.caseworker'), t('work:role.volunteer')])
      await page.locator('#role').selectOption('volunteer')
      await page.getByRole('button', { name: t('work:members.invite') }).click()
      await expect(page.locator('.one-time-link')).toContainText('/work/join#')
      await goTo(page, 'records:nav.record')
      await expect(page.locator('.record-what').filter({ hasText: t('records:kind.comment.written') })).toHaveCount(1)
      await expect(page.locator('#check')).toHaveCount(0)
      await goTo(page, 'records:nav.figures')
      await expect(page.locator('.figure-table').first()).toBeVisible()
      await end(page)
    })

    test('an owner invites a member, changes a role, removes an access, and looks at the record and the figures', async ({
      page,
      browser,
    }) => {
      await begin(page, 'owner')
      await goTo(page, 'work:nav.members')
      await page.locator('#name').fill('Nueva Ejemplo')
      await page.locator('#role').selectOption('supervisor')
      await page.getByRole('button', { name: t('work:members.invite') }).click()
      await expect(page.locator('.one-time-link')).toContainText('/work/join#')
      await page.goto(at('/work/members'))
      await expect(page.getByText(/Nueva Ejemplo/)).toBeVisible()

      const card = page.locator('#people .card').filter({ hasText: 'Name of elsewhere' })
      await card.locator('summary').click()
      await card.locator('select[name^=role]').selectOption('volunteer')
      await card.getByRole('button', { name: t('work:members.save') }).click()
      await saved(page, 'work:members.done')
      await expect(card).toContainText(t('work:role.volunteer'))
      const theirs = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
      await theirs.context().addCookies([
        { name: COOKIE_NAMES.staff, value: elsewhere, url: office.origin },
        { name: 'lang', value: language, url: office.origin },
      ])
      await theirs.goto(at('/work'))
      await expect(theirs.getByText(t('work:roleHint.volunteer'))).toBeVisible()
      if (!(await card.locator('details').getAttribute('open'))) await card.locator('summary').click()
      await card.getByRole('button', { name: t('work:members.disable') }).click()
      await expect(card).toContainText(t('work:members.disabled'))
      await theirs.goto(at('/work'))
      await expect(theirs).toHaveURL(at('/work/sign-in'))
      await theirs.context().close()
      expect(rows('SELECT COUNT(*) FROM "Member" WHERE "disabledAt" IS NOT NULL')).toEqual([1])

      await goTo(page, 'records:nav.record')
      await expect(
        page
          .locator('.record-what')
          .filter({ hasText: t('records:kind.case.step') })
          .first(),
      ).toBeVisible()
      await page.getByRole('button', { name: t('records:check.button') }).click()
      await expect(page.locator('.record-code')).toBeVisible()
      await goTo(page, 'records:nav.figures')
      await expect(page.getByText('<10').first()).toBeVisible()
      await goTo(page, 'records:nav.retention')
      await page.locator('#months').fill('60')
      await page.getByRole('button', { name: t('records:retention.save') }).click()
      await saved(page, 'records:retention.done.saved')
      await goTo(page, 'work:nav.home')
      await page.locator('#idle').fill('25')
      await page.getByRole('button', { name: t('work:home.save') }).click()
      await saved(page, 'work:home.saved')
      expect(rows('SELECT "idleMinutes" FROM "Organization"')).toEqual([25])
      await end(page)
    })

    // The offers are the same with and without JavaScript. Roles with more permissions come later, because every button takes effect.
    if (scripts) return
    for (const role of ROLES.toReversed()) {
      test(`nothing that a page offers to ${role} is refused`, async ({ page }) => {
        await office.as(page, role, language)
        const offered = await expectNothingRefused(page, office.origin, role)
        expect(offered.filter(address => NOT_OFFERED[role]?.test(address))).toEqual([])
        expect(kindsBy(role)).not.toContain('case.refused')
      })
    }
  })
}
