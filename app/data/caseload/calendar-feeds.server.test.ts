import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import type { OpenFeed } from './calendar-feeds.server.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { openDueOn, openFiled } from '../testing/due-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Actor
let clients = 0

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const inDays = (days: number) => addDays(dayInLosAngeles(new Date(fixture.time)), days)
const member = async (role: Role, teamId: string | null = null) =>
  actorOf((await addMember(casework, owner.organizationId, role, `${role}-${(clients += 1)}`, fixture.time, teamId)).member)

/** Reads from another address each time, so that only tries at the calendar's address count. */
async function read(secret: string): Promise<OpenFeed | null> {
  const result = await casework.calendarFeeds.read(secret, `client ${(clients += 1)}`)
  if (!result.ok) throw new Error('slowed')
  return result.feed
}
const numbersIn = async (secret: string) => (await read(secret))?.cases.map(({ number }) => number)

describe('the address of a calendar', () => {
  test('gives the days of the cases that its member may see at that moment, without a session', async () => {
    const { id: red } = await casework.organizations.addTeam(owner.organizationId, 'Red')
    await openDueOn(casework, owner, inDays(3), 'Casa Ejemplo')
    await openFiled(casework, owner, inDays(-40), inDays(-10))
    const volunteer = await member('volunteer')
    const secret = await casework.calendarFeeds.make(owner, 'es')
    const theirs = await casework.calendarFeeds.make(volunteer, 'en')
    const feed = await read(secret)
    expect(feed).toMatchObject({ language: 'es', today: inDays(0) })
    expect(feed?.cases.map(({ number, due }) => [number, due.map(({ kind, day, whose }) => [kind, day, whose])])).toEqual([
      [1, [['filing', inDays(3), 'ours']]],
      [
        2,
        [
          ['missing-information', inDays(20), 'ours'],
          ['receipt', expect.any(String), 'board'],
        ],
      ],
    ])
    expect(JSON.stringify(feed)).not.toMatch(/Rosa|Ejemplo|Muestra/)
    expect(await numbersIn(theirs)).toEqual([])
    await casework.assigning.assign(owner, 2, { add: [volunteer.memberId] })
    expect(await numbersIn(theirs)).toEqual([2])
    await casework.assigning.assign(owner, 2, { remove: [volunteer.memberId] })
    expect(await numbersIn(theirs)).toEqual([])
    // A member who moves to another team sees the cases of that team.
    const caseworker = await member('caseworker')
    const moving = await casework.calendarFeeds.make(caseworker, 'en')
    expect(await numbersIn(moving)).toEqual([1, 2])
    await casework.members.change(owner.organizationId, caseworker.memberId, { role: 'caseworker', teamId: red }, 'owner')
    expect(await numbersIn(moving)).toEqual([])
  }, 60_000)

  test('names cases by ids that stay the same, that say nothing, and that no other calendar has', async () => {
    await openDueOn(casework, owner, inDays(3))
    const other = await member('supervisor')
    const [mine, theirs] = [await casework.calendarFeeds.make(owner, 'en'), await casework.calendarFeeds.make(other, 'en')]
    const idIn = async (secret: string) => (await read(secret))?.cases[0]?.calendarId
    const first = await idIn(mine)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(await idIn(mine)).toBe(first)
    expect(await idIn(theirs)).not.toBe(first)
    const [row] = await fixture.rows<{ id: string; draftId: string }>('SELECT "id", "draftId" FROM "Case"')
    expect([row?.id.replaceAll('-', ''), row?.draftId.replaceAll('-', '')]).not.toContain(first)
  })

  test('ends for good when it is replaced or ended, or its member loses access or is reset', async () => {
    await openDueOn(casework, owner, inDays(3))
    const first = await casework.calendarFeeds.make(owner, 'en')
    const second = await casework.calendarFeeds.make(owner, 'en')
    expect([await numbersIn(first), await numbersIn(second)]).toEqual([undefined, [1]])
    await casework.calendarFeeds.end(owner)
    expect(await numbersIn(second)).toBeUndefined()
    expect(await casework.calendarFeeds.find(owner)).toBeNull()

    const away: readonly ((who: Actor) => Promise<unknown>)[] = [
      who => casework.members.setDisabled(owner.organizationId, who.memberId, true, 'owner'),
      who => casework.invitations.reset(owner.organizationId, who.memberId),
      who => casework.members.change(owner.organizationId, who.memberId, { role: 'trainer', teamId: null }, 'owner'),
    ]
    for (const take of away) {
      const who = await member('caseworker')
      const secret = await casework.calendarFeeds.make(who, 'en')
      expect(await numbersIn(secret)).toEqual([1])
      await take(who)
      expect(await numbersIn(secret)).toBeUndefined()
      await casework.members.setDisabled(owner.organizationId, who.memberId, false, 'owner')
      await casework.members.change(owner.organizationId, who.memberId, { role: 'caseworker', teamId: null }, 'owner')
      expect(await numbersIn(secret)).toBeUndefined()
    }
  }, 60_000)

  test('is stored as a hash alone, and a row that a stranger writes into the database opens nothing', async () => {
    await openDueOn(casework, owner, inDays(3))
    const secret = await casework.calendarFeeds.make(owner, 'en')
    const bytes = await fixture.bytes()
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false)
    // A volunteer with an own address gives it to the owner in the database.
    const volunteer = await member('volunteer')
    const own = await casework.calendarFeeds.make(volunteer, 'en')
    await fixture.rows('DELETE FROM "CalendarFeed" WHERE "memberId" = ?', owner.memberId)
    await fixture.rows('UPDATE "CalendarFeed" SET "memberId" = ? WHERE "memberId" = ?', owner.memberId, volunteer.memberId)
    expect(await read(own)).toBeNull()
  })

  test('that is wrong, ended or malformed gets the same answer, and many tries are slowed', async () => {
    const ended = await casework.calendarFeeds.make(owner, 'en')
    await casework.calendarFeeds.end(owner)
    const wrong = randomBytes(32).toString('base64url')
    // Also one letter too many, and another last letter that decodes to the same bytes.
    const right = await casework.calendarFeeds.make(owner, 'en')
    const twin = right.slice(0, -1) + String.fromCharCode(right.charCodeAt(42) + 1)
    for (const secret of [ended, wrong, twin, '', 'x', `${right}=`, '../../etc/passwd', 'a'.repeat(5_000)])
      expect(await read(secret), secret).toBeNull()
    for (let tries = 1; tries < TRY_LIMITS.row.tries; tries++) await read(wrong)
    await expect(read(wrong)).rejects.toThrow('slowed')
    for (let tries = 0; tries < TRY_LIMITS.address.tries; tries++) await casework.calendarFeeds.read('x', 'one address')
    expect(await casework.calendarFeeds.read('x', 'one address')).toMatchObject({ ok: false, reason: 'slow-down' })
    // A calendar that asks often is not slowed.
    for (let tries = 0; tries < 2 * TRY_LIMITS.row.tries; tries++) expect(await read(right)).not.toBeNull()
  }, 60_000)

  test('is recorded when it is made and ended, and once a day when it is read, and its member sees the last day', async () => {
    const secret = await casework.calendarFeeds.make(owner, 'en')
    expect(await casework.calendarFeeds.find(owner)).toEqual({ createdAt: new Date(fixture.time), readOn: null })
    for (const hours of [0, 1, 48]) {
      fixture.time += hours * 3_600_000
      await read(secret)
      await read(secret)
    }
    expect((await casework.calendarFeeds.find(owner))?.readOn).toBe(inDays(0))
    await casework.calendarFeeds.end(owner)
    const lines = await fixture.rows<{ kind: string; memberId: string }>('SELECT "kind", "memberId" FROM "CaseRecord" ORDER BY "place"')
    expect(new Set(lines.map(({ memberId }) => memberId))).toEqual(new Set([owner.memberId]))
    // A new day may begin within the hour, so the readings fall on two or three days.
    expect(lines.map(({ kind }) => kind).join(' ')).toMatch(/^calendar\.made( calendar\.read){2,3} calendar\.ended$/)
  })
})
