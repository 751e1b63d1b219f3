import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { ROLES, type Actor, type Role } from '#machines/casework/permissions.ts'
import { MOST_DUE_CASES } from './case-due.server.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { openDueOn, openFiled } from '../testing/due-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const inDays = (days: number) => addDays(dayInLosAngeles(new Date(fixture.time)), days)
const numbers = async (actor: Actor, filters = {}) => (await casework.caseDue.list(actor, filters)).cases.map(({ number }) => number)

test('the list tells what is due, by which day, how surely and who works on it, and never a survivor’s name', async () => {
  await openFiled(casework, owner, inDays(-40), inDays(-10))
  await openDueOn(casework, owner, inDays(-3), 'Casa 7')
  const list = await casework.caseDue.list(owner, {})
  expect(list.more).toBe(false)
  expect(list.cases).toMatchObject([
    {
      number: 2,
      label: 'Casa 7',
      workers: ['Name of owner'],
      due: [
        {
          kind: 'filing',
          whose: 'ours',
          day: inDays(-3),
          daysLeft: -3,
          overdue: true,
          certainty: 'reading',
          assumptions: ['ended-seven-years-reading'],
        },
      ],
    },
    {
      number: 1,
      label: '',
      due: [
        { kind: 'missing-information', daysLeft: 20, overdue: false, certainty: 'rule' },
        { kind: 'receipt', whose: 'board', certainty: 'expected' },
      ],
    },
  ])
  expect(JSON.stringify(list)).not.toMatch(/Rosa|Ejemplo|Muestra/)
})

test('a case in which nothing is due, or whose claim was taken back, is not in the list', async () => {
  await casework.cases.create(owner, { language: 'en', about: { label: '', otherSide: [] } })
  await openDueOn(casework, owner, inDays(3))
  await openDueOn(casework, owner, inDays(3))
  await fixture.rows('UPDATE "Case" SET "endedAt" = "changedAt" WHERE "number" = 3')
  expect(await numbers(owner)).toEqual([2])
})

test('every role sees the cases that the table of permissions lets it read, and none of another organization', async () => {
  const { id: red } = await casework.organizations.addTeam(owner.organizationId, 'Red')
  const member = async (role: Role, login: string, team: string | null) =>
    actorOf((await addMember(casework, owner.organizationId, role, login, fixture.time, team)).member)
  await openDueOn(casework, owner, inDays(1))
  await openDueOn(casework, await member('caseworker', 'of-red', red), inDays(2))
  await openDueOn(casework, owner, inDays(3))
  const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
  await openDueOn(casework, stranger, inDays(4))
  const seen: Readonly<Record<Role, readonly number[]>> = {
    owner: [1, 2, 3],
    supervisor: [2, 3],
    caseworker: [2, 3],
    volunteer: [3],
    trainer: [],
  }
  for (const role of ROLES) {
    const who = await member(role, `looks-${role}`, red)
    const [row] = await fixture.rows<{ id: string }>(
      'SELECT "id" FROM "Case" WHERE "number" = 3 AND "organizationId" = ?',
      owner.organizationId,
    )
    await fixture.rows('INSERT INTO "CaseAssignment" ("caseId", "memberId") VALUES (?, ?)', row?.id, who.memberId)
    expect(await numbers(who), role).toEqual(seen[role])
  }
  expect(await numbers(owner, { teamId: red })).toEqual([2])
  expect(await numbers(owner, { teamId: 'none' })).toEqual([1, 3])
  expect(await numbers(owner, { memberId: 'me' })).toEqual([1, 3])
  expect(await numbers(owner, { memberId: 'nobody' })).toEqual([])
  expect(await numbers(stranger, { teamId: red })).toEqual([])
  const kinds = await fixture.rows<{ kind: string; role: string }>(
    'SELECT "kind", "role" FROM "CaseRecord" WHERE "kind" IN (\'case.listed\', \'case.refused\') AND "role" IN (\'trainer\', \'volunteer\')',
  )
  expect(kinds).toEqual([
    { kind: 'case.listed', role: 'volunteer' },
    { kind: 'case.refused', role: 'trainer' },
  ])
}, 60_000)

test('a list that is too long shows the cases with the nearest days, and says that there are more', async () => {
  const count = MOST_DUE_CASES + 1
  for (let place = 0; place < count; place++) await casework.cases.create(owner, { language: 'en', about: { label: '', otherSide: [] } })
  await fixture.rows('UPDATE "Case" SET "dueOn" = ? WHERE "number" <> 7', inDays(2))
  await fixture.rows('UPDATE "Case" SET "dueOn" = ? WHERE "number" = 7', inDays(3))
  const list = await casework.caseDue.list(owner, {})
  expect([list.cases.length, list.more]).toEqual([MOST_DUE_CASES, true])
  expect(list.cases.map(({ number }) => number)).not.toContain(7)
}, 120_000)
