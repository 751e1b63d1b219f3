import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSharedReads, type StaffContext } from '#app/auth/visit.server.ts'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { changeNotes } from '#app/features/casefile/notes.server.ts'
import { changeList } from '#app/features/caseload/list.server.ts'
import { changeMembers } from '#app/features/casework/members.server.ts'
import { changeTeams } from '#app/features/casework/teams.server.ts'
import { changeSecurity } from '#app/features/casework/security.server.ts'
import { join } from '#app/features/casework/join.server.ts'
import { changeCalendar } from '#app/features/due/calendar.server.ts'
import { saveSection } from '#app/features/filing/save-section.server.ts'
import { changeRetention } from '#app/features/records/retention.server.ts'
import { changeCaseSharing } from '#app/features/sharing/case-sharing.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { changeLifecycle } from './lifecycle-action.server.ts'

let fixture: Fixture
let casework: Casework
let session: string

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  const owner = await makeOwner(casework, fixture.time)
  session = owner.session
  await casework.cases.create(actorOf(owner.member), { language: 'en', about: { label: '', otherSide: [] } })
})
afterEach(() => fixture.end())

const services = () => ({ casework, today: () => '2026-11-23', training: null }) as unknown as Services
const context = (): StaffContext => ({ services: services(), reads: createSharedReads() })
const post = (fields: Readonly<Record<string, string>>) =>
  new Request('http://localhost/work', {
    method: 'POST',
    headers: { Cookie: `${COOKIE_NAMES.staff}=${session}` },
    body: new URLSearchParams(fields),
  })

/** Every staff form with several buttons. */
const FORMS: Readonly<Record<string, (request: Request) => Promise<unknown>>> = {
  life: request => changeLifecycle(context(), request, '1'),
  list: request => changeList(context(), request),
  notes: request => changeNotes(context(), request, '1'),
  sharing: request => changeCaseSharing(context(), request, '1', 'a'),
  section: request => saveSection(context(), request, '1', 'you'),
  keeping: request => changeRetention(context(), request),
  calendar: request => changeCalendar(context(), request),
  security: request => changeSecurity(context(), request),
  teams: request => changeTeams(context(), request),
  members: request => changeMembers(context(), request),
  join: request => join(services(), request, 'a'),
}

test.each(Object.keys(FORMS))(
  'the form %s answers 400 to an unknown button, even with a name that every JavaScript object has',
  async name => {
    const kept = () => fixture.rows('SELECT * FROM (SELECT "revision" FROM "Draft") AS draft, (SELECT count(*) FROM "Team") AS team')
    const before = await kept()
    for (const intent of ['toString', '__proto__', 'constructor', 'steal']) {
      const fields = { intent, [`${intent}-day`.replace('__proto__', 'x')]: '2026-11-23', 'name-': 'Team', you__contact__base: '{}' }
      await expect(FORMS[name]!(post(fields)), intent).rejects.toMatchObject({ status: 400 })
    }
    expect(await kept()).toEqual(before)
  },
)

test('the list refuses more marked cases than it shows on a page, before it changes any', async () => {
  const fields = new URLSearchParams([
    ['intent', 'assign'],
    ['to', 'x'],
    ...Array.from({ length: 51 }, (_, index) => ['case', String(index + 1)]),
  ])
  const request = new Request('http://localhost/work', {
    method: 'POST',
    headers: { Cookie: `${COOKIE_NAMES.staff}=${session}` },
    body: fields,
  })
  await expect(changeList(context(), request)).rejects.toMatchObject({ status: 413 })
})
