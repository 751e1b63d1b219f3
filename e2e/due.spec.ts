import ICAL from 'ical.js'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import { openDueOn, openFiled } from '#app/data/testing/due-fixture.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { addDays } from '#machines/calendar/day.ts'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'
import { wholeText } from './whole-text.ts'

const EXPECTED = /^Failed to load resource: the server responded with a status of 40[34]/
const inDays = (days: number) => addDays(dayInLosAngeles(new Date()), days)

let office: Office
/** Session of the owner of another organization, which has its own case. */
let stranger: string

const test = officeTest(
  () => office,
  EXPECTED,
  (page, tell) => {
    page.on('request', request => {
      if (/Rosa|Ejemplo|Muestra|Casa/i.test(request.url())) tell('a name in an address')
    })
  },
)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  office = await openOffice(async (casework, { owner, volunteer }) => {
    await openDueOn(casework, owner.actor, inDays(-12), 'Casa 1')
    await openDueOn(casework, owner.actor, inDays(5))
    await openFiled(casework, owner.actor, inDays(-40), inDays(-10), 'Casa 3')
    await openDueOn(casework, owner.actor, inDays(200))
    await openFiled(casework, owner.actor, inDays(-300))
    await casework.assigning.assign(owner.actor, 2, { add: [volunteer.actor.memberId] })
    const other = await makeOwner(casework, Date.now(), 'other-owner')
    await openDueOn(
      casework,
      { memberId: other.member.id, organizationId: other.organization.id, teamId: null, role: 'owner' },
      inDays(2),
      'Elsewhere',
    )
    stranger = other.session
  })
})
test.afterAll(() => office.stop())

const address = (path: string) => office.origin + path

for (const [language, scripts] of [
  ['en', true],
  ['es', false],
  ['es', true],
  ['en', false],
] as const satisfies readonly (readonly [Language, boolean])[]) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('due things are sorted by how near they are, with answers apart and without names', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'owner', language)
      await page.goto(address('/work'))
      await page
        .locator('.work-nav')
        .getByRole('link', { name: t('due:nav') })
        .click()
      await expect(page).toHaveURL(address('/work/due'))
      const rowsUnder = (title: string) =>
        page
          .locator('section', { has: page.getByRole('heading', { level: 3, name: title, exact: true }) })
          .last()
          .locator('.due-row')
      const days = { near: 7, ahead: 30 }
      for (const [title, text] of [
        [t('due:span.past'), t('casefile:number', { number: 1 })],
        [t('due:span.week', days), t('casefile:number', { number: 2 })],
        [t('due:span.month', days), t('lifecycle:due.kind.missing-information')],
        [t('due:span.later'), t('casefile:number', { number: 4 })],
        [t('due:board.late'), t('casefile:number', { number: 5 })],
        [t('due:board.ahead'), t('casefile:number', { number: 3 })],
      ] as const) {
        await expect(rowsUnder(title), title).toHaveCount(1)
        await expect(rowsUnder(title), title).toContainText(text)
      }
      await expect(rowsUnder(t('due:span.past'))).toContainText(t('review:due.ago', { count: 12 }))
      await expect(rowsUnder(t('due:span.past'))).toContainText('Casa 1')
      await expect(page.locator('.due-notes')).toContainText(t('rules:assumption.ended-seven-years-reading'))
      expect((await page.locator('.due-rows').allTextContents()).join()).not.toMatch(/Rosa|Ejemplo|Elsewhere/)
      if (scripts) await expectSound(page, `${language}-due`)

      await page
        .locator('summary')
        .filter({ hasText: t('due:filter.title') })
        .click()
      await page.locator('#member').selectOption('nobody')
      await page.getByRole('button', { name: t('due:filter.button'), exact: true }).click()
      await expect(page).toHaveURL(/[?&]member=nobody/)
      await expect(page.getByText(t('due:none.filtered'))).toBeVisible()
      if (scripts) await expectSound(page, `${language}-due-none`)
      await page.getByRole('link', { name: t('due:filter.clear') }).click()
      await expect(page.locator('.due-row')).toHaveCount(6)
      await page.getByRole('link', { name: t('casefile:number', { number: 2 }), exact: true }).click()
      await expect(page).toHaveURL(address('/work/cases/2'))
    })

    test('a calendar address is made, read without a session, replaced and ended', async ({ page }) => {
      const t = sentences(language)
      const shown = () => wholeText(page.locator('.one-time-link'))
      await office.as(page, 'caseworker', language)
      await page.goto(address('/work/due'))
      await page.getByRole('link', { name: t('due:toCalendar') }).click()
      await expect(page.getByText(t('due:calendar.none'))).toBeVisible()
      if (scripts) await expectSound(page, `${language}-calendar`)
      await page.getByRole('button', { name: t('due:calendar.make'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('due:calendar.address.title'))
      // The secret is on the page, and never in the page's own address.
      await expect(page).toHaveURL(address('/work/due/calendar'))
      const first = await shown()
      expect(first).toMatch(new RegExp(`^${office.origin}/calendar/[\\w-]{43}\\.ics$`))
      if (scripts) await expectSound(page, `${language}-calendar-address`)

      const answer = await fetch(first)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toMatch(/no-store/)
      expect(answer.headers.get('cache-control')).toMatch(/private/)
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(answer.headers.getSetCookie()).toEqual([])
      const text = await answer.text()
      expect(text).not.toMatch(/Rosa|Ejemplo|Muestra|Casa|CalVCB|claim/i)
      const events = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])
        .getAllSubcomponents('vevent')
        .map(event => new ICAL.Event(event))
      expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toContainEqual([
        `${t('lifecycle:calendar.title.ours')} (K-2)`,
        inDays(5),
      ])
      expect(events).toHaveLength(6)

      await page.getByRole('link', { name: t('due:calendar.address.done') }).click()
      await expect(page.getByText(t('due:calendar.neverRead'))).toHaveCount(0)
      if (scripts) await expectSound(page, `${language}-calendar-made`)
      await page.getByRole('button', { name: t('due:calendar.replace'), exact: true }).click()
      await expect(page.locator('.one-time-link')).not.toHaveText(first)
      const second = await shown()
      expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
      await page.getByRole('link', { name: t('due:calendar.address.done') }).click()
      await page.getByRole('button', { name: t('due:calendar.end'), exact: true }).click()
      await expect(page.getByRole('status')).toHaveText(t('due:calendar.ended'))
      expect((await fetch(second)).status).toBe(404)
    })
  })
}

test('a volunteer sees assigned cases, a stranger their own, and a trainer and a visitor see nothing', async ({ page, browser }) => {
  await office.as(page, 'volunteer')
  await page.goto(address('/work/due'))
  await expect(page.locator('.due-row')).toHaveCount(1)
  await page.context().addCookies([{ name: COOKIE_NAMES.staff, value: stranger, url: office.origin }])
  await page.goto(address('/work/due'))
  await expect(page.locator('.due-row')).toHaveCount(1)
  await expect(page.locator('.due-row')).toContainText('Elsewhere')
  for (const path of ['/work/due', '/work/due/calendar']) {
    const nobody = await fetch(address(path), { redirect: 'manual' })
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/work/sign-in'])
    const trainer = await (await browser.newContext()).newPage()
    await office.as(trainer, 'trainer')
    expect((await trainer.goto(address(path)))?.status()).toBe(403)
    await trainer.close()
    for (const intent of ['make', 'end']) {
      const cookie = `${COOKIE_NAMES.staff}=${office.people.trainer.cookie}`
      expect([403, 405]).toContain(
        (
          await fetch(address(path), {
            method: 'POST',
            redirect: 'manual',
            headers: { Origin: office.origin, Cookie: cookie },
            body: new URLSearchParams({ intent }),
          })
        ).status,
      )
    }
  }
  expect(office.inDatabase(database => database.prepare('SELECT count(*) FROM "CalendarFeed"').pluck().get())).toBe(0)
})

test('a calendar address is made only soon after signing in, and never by another site’s form', async ({ page }) => {
  const cookie = `${COOKIE_NAMES.staff}=${office.people.supervisor.cookie}`
  const post = (headers: Record<string, string>) =>
    fetch(address('/work/due/calendar'), {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, ...headers },
      body: new URLSearchParams({ intent: 'make' }),
    })
  expect((await post({ Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  office.inDatabase(database =>
    database
      .prepare('UPDATE "StaffSession" SET "createdAt" = "createdAt" - 3600000 WHERE "memberId" = ?')
      .run(office.people.supervisor.actor.memberId),
  )
  expect((await post({ Origin: office.origin })).headers.get('location')).toBe('/work/due/calendar')
  await office.as(page, 'supervisor')
  await page.goto(address('/work/due/calendar'))
  const t = sentences('en')
  await expect(page.getByRole('button', { name: t('due:calendar.make') })).toHaveCount(0)
  await expect(page.getByRole('link', { name: t('due:calendar.again') })).toBeVisible()
  await expectSound(page, 'en-calendar-not-fresh')
  expect(office.inDatabase(database => database.prepare('SELECT count(*) FROM "CalendarFeed"').pluck().get())).toBe(0)
})

test('the pages fit right-to-left text, a large screen and paper', async ({ page }) => {
  await office.as(page, 'owner')
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const [path, name] of [
      ['/work/due', 'due'],
      ['/work/due/calendar', 'calendar'],
    ] as const) {
      await page.goto(address(path))
      await expectSound(page, `en-${name}-wide`)
      await page.evaluate(() => (document.documentElement.dir = 'rtl'))
      await expectSound(page, `rtl-${name}`)
    }
  }
  await page.goto(address('/work/due'))
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.work-nav', 'summary', '.site-header']) await expect(page.locator(hidden).first()).toBeHidden()
  await expect(page.locator('.due-row').first()).toBeVisible()
  await expectSound(page, 'en-due-print')
})

test('every wrong calendar address gets the same answer, and tries are slowed', async () => {
  for (const file of ['x.ics', 'x', `${'A'.repeat(43)}.ics`, `${'A'.repeat(43)}`, '.ics', `${'A'.repeat(3000)}.ics`]) {
    const answer = await fetch(address(`/calendar/${file}`))
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')], file).toEqual([
      404,
      '',
      expect.stringMatching(/no-store/),
    ])
  }
  expect((await fetch(address(`/calendar/${'A'.repeat(43)}.ics`), { method: 'POST', headers: { Origin: office.origin } })).status).toBe(405)
  const statuses: number[] = []
  for (let tries = 0; tries <= TRY_LIMITS.row.tries; tries++)
    statuses.push((await fetch(address(`/calendar/${'B'.repeat(42)}E.ics`))).status)
  expect(statuses.at(-1)).toBe(429)
  expect(statuses[0]).toBe(404)
})
