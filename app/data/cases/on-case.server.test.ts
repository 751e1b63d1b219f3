import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const ABOUT = { label: '', otherSide: [] }

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
  await casework.cases.create(owner, { language: 'en', about: ABOUT })
})
afterEach(() => fixture.end())

const member = async (role: Role) => actorOf((await addMember(casework, owner.organizationId, role, role, fixture.time)).member)

/** Calls on the organization or on many cases, each with a role that lacks the permission. */
const REFUSED: Readonly<Record<string, readonly [Role, (actor: Actor) => Promise<unknown>]>> = {
  'a volunteer begins no case': ['volunteer', actor => casework.cases.create(actor, { language: 'en', about: ABOUT })],
  'a caseworker begins no case of a colleague': [
    'caseworker',
    actor => casework.cases.create(actor, { language: 'en', about: ABOUT, place: { teamId: null, memberIds: [owner.memberId] } }),
  ],
  'a volunteer brings no case in': [
    'volunteer',
    actor => casework.caseFiles.bring(actor, { language: 'en', about: ABOUT, answers: {}, status: [], notes: [] }, []),
  ],
  'a trainer looks for no conflict': ['trainer', actor => casework.caseload.conflicts(actor, ['Malo Inventado'])],
  'a caseworker counts nothing': ['caseworker', actor => casework.figures.count(actor)],
  'a caseworker takes no figures': ['caseworker', actor => casework.figures.take(actor)],
  'a caseworker reads nothing of the record': ['caseworker', actor => casework.records.page(actor, {})],
  'a supervisor does not take the whole record': ['supervisor', actor => casework.records.all(actor).next()],
  'a supervisor does not choose how long cases are kept': ['supervisor', actor => casework.retention.choose(actor, 1)],
  'a trainer gets no calendar': ['trainer', actor => casework.calendarFeeds.make(actor, 'en')],
}

test.each(Object.entries(REFUSED))('%s, even where a page did not ask first', async (_name, [role, act]) => {
  const actor = await member(role)
  await expect(act(actor)).rejects.toThrow(/not allowed/)
  const rows = await fixture.rows<{ kind: string; memberId: string }>(`SELECT "kind", "memberId" FROM "CaseRecord" ORDER BY "place"`)
  expect(rows.slice(1).filter(({ kind }) => kind !== 'case.refused')).toEqual([])
  expect(await fixture.rows(`SELECT "keepMonths" FROM "Organization" WHERE "keepMonths" IS NOT NULL`)).toEqual([])
  expect(await fixture.rows('SELECT "number" FROM "Case"')).toHaveLength(1)
  expect(await fixture.rows('SELECT "id" FROM "CalendarFeed"')).toEqual([])
})

test('a list is empty for a member who may see no case, and the record says that they asked', async () => {
  const trainer = await member('trainer')
  expect(await casework.caseload.list(trainer, { filters: {}, sort: 'due' })).toEqual({ rows: [], next: null, more: false })
  expect(await casework.caseload.pick(trainer, [1])).toEqual([])
  expect(await casework.caseDue.list(trainer, {})).toEqual({ cases: [], more: false })
  const rows = await fixture.rows<{ kind: string }>(`SELECT "kind" FROM "CaseRecord" ORDER BY "place"`)
  expect(rows.map(({ kind }) => kind)).toEqual(['case.created', 'case.refused', 'case.refused', 'case.refused'])
})
