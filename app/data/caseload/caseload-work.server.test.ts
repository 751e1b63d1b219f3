import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { MOST_VIEWS } from './case-views.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const ABOUT = { label: '', otherSide: [] }

let fixture: Fixture
let casework: Casework
let owner: Actor
let red: string
let blue: string
let logins = 0

const member = async (role: Role, team: string | null) =>
  actorOf((await addMember(casework, owner.organizationId, role, `${role}-${(logins += 1)}`, fixture.time, team)).member)
const workers = async (number: number) => {
  const head = await casework.cases.peek(owner, number)
  return head.ok ? [...head.value.memberIds].sort() : []
}

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
  red = (await casework.organizations.addTeam(owner.organizationId, 'Red')).id
  blue = (await casework.organizations.addTeam(owner.organizationId, 'Blue')).id
})
afterEach(() => fixture.end())

describe('assigning a case', () => {
  test('lets an owner give any case to any member who may read cases, and to any team', async () => {
    const [worker, trainer] = [await member('caseworker', blue), await member('trainer', null)]
    await casework.cases.create(owner, { language: 'en', about: ABOUT })
    const assign = casework.assigning.assign
    expect(await assign(owner, 1, { add: [worker.memberId, owner.memberId], teamId: blue })).toEqual({ ok: true, value: 'done' })
    expect(await workers(1)).toEqual([worker.memberId, owner.memberId].sort())
    expect(await assign(owner, 1, { remove: [owner.memberId] })).toEqual({ ok: true, value: 'done' })
    expect(await workers(1)).toEqual([worker.memberId])
    expect(await assign(owner, 1, { add: [trainer.memberId] })).toEqual({ ok: true, value: 'no-such-member' })
    expect(await assign(owner, 1, { add: ['nobody'] })).toEqual({ ok: true, value: 'no-such-member' })
    expect(await assign(owner, 1, { teamId: 'none' })).toEqual({ ok: true, value: 'no-such-team' })
    expect(await assign(owner, 9, { add: [worker.memberId] })).toEqual({ ok: false, reason: 'not-found' })
    await casework.members.setDisabled(owner.organizationId, worker.memberId, true, 'owner')
    expect(await assign(owner, 1, { add: [worker.memberId] })).toEqual({ ok: true, value: 'no-such-member' })
  })

  test('lets a supervisor give the team’s cases within the team and other roles none, and records each try', async () => {
    const [supervisor, worker, other] = [await member('supervisor', red), await member('caseworker', red), await member('caseworker', blue)]
    await casework.cases.create(owner, { language: 'en', about: ABOUT, place: { teamId: red, memberIds: [] } })
    await casework.cases.create(owner, { language: 'en', about: ABOUT, place: { teamId: blue, memberIds: [] } })
    const assign = casework.assigning.assign
    expect(await assign(supervisor, 1, { add: [worker.memberId] })).toEqual({ ok: true, value: 'done' })
    expect(await assign(supervisor, 1, { add: [other.memberId] })).toEqual({ ok: true, value: 'not-yours' })
    expect(await assign(supervisor, 1, { teamId: blue })).toEqual({ ok: true, value: 'not-yours' })
    expect(await assign(supervisor, 2, { add: [worker.memberId] })).toEqual({ ok: false, reason: 'not-found' })
    expect(await assign(worker, 1, { add: [worker.memberId] })).toEqual({ ok: false, reason: 'forbidden' })
    const kinds = await fixture.rows<{ kind: string }>('SELECT "kind" FROM "CaseRecord" ORDER BY "place"')
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'case.created',
      'case.created',
      'case.assigned',
      'case.assigned',
      'case.assigned',
      'case.refused',
      'case.refused',
    ])
  })
})

test('chosen cases are shown as far as the member may see them', async () => {
  const worker = await member('caseworker', red)
  for (const teamId of [red, blue, red])
    await casework.cases.create(owner, { language: 'en', about: ABOUT, place: { teamId, memberIds: [] } })
  expect((await casework.caseload.pick(worker, [3, 2, 1, 99])).map(({ number }) => number)).toEqual([1, 3])
  expect(await casework.caseload.pick(await member('trainer', red), [1])).toEqual([])
})

test('only a member who may print gets the papers of a packet', async () => {
  const [worker, reader] = [await member('caseworker', red), await member('caseworker', red)]
  await casework.cases.create(worker, { language: 'es', about: ABOUT, answers: { story: { value: { circumstances: 'Palabras' } } } })
  expect(await casework.papers.forPacket(worker, 1, null)).toEqual({ ok: true, value: [] })
  expect(await casework.papers.forPacket(reader, 1, null)).toEqual({ ok: false, reason: 'forbidden' })
})

describe('saved views of the list', () => {
  test('are sealed, and only their member can use, rename and remove them', async () => {
    const other = await member('caseworker', red)
    const view = { name: 'Esta semana', filters: { due: 'week', state: 'inReview' }, sort: 'due' } as const
    expect(await casework.caseViews.add(owner, view)).toBe(true)
    const [kept] = await casework.caseViews.list(owner)
    expect(kept).toMatchObject(view)
    expect(await casework.caseViews.list(other)).toEqual([])
    expect(await casework.caseViews.rename(other, kept!.id, 'X')).toBe(false)
    expect(await casework.caseViews.remove(other, kept!.id)).toBe(false)
    expect(await casework.caseViews.rename(owner, kept!.id, 'Otro nombre')).toBe(true)
    expect(await casework.caseViews.list(owner)).toEqual([{ ...view, id: kept!.id, name: 'Otro nombre' }])
    expect((await fixture.bytes()).includes('Esta semana')).toBe(false)
    expect(await casework.caseViews.remove(owner, kept!.id)).toBe(true)
    expect(await casework.caseViews.list(owner)).toEqual([])
  })

  test('are no more than a page can show', async () => {
    for (let place = 0; place < MOST_VIEWS; place++)
      expect(await casework.caseViews.add(owner, { name: `${place}`, filters: {}, sort: 'due' })).toBe(true)
    expect(await casework.caseViews.add(owner, { name: 'x', filters: {}, sort: 'due' })).toBe(false)
  })
})
