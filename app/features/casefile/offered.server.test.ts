import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, makeOwner } from '#app/data/testing/casework-fixture.ts'
import { createSharedReads, type StaffContext } from '#app/auth/visit.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { caseListView } from '#app/features/caseload/list.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Role } from '#machines/casework/permissions.ts'
import { notesView } from './notes.server.ts'
import { overviewView } from './overview.server.ts'
import { casePapersView } from './papers.server.ts'

const ABOUT = { label: '', otherSide: [] }

let fixture: Fixture
let casework: Casework
let owner: Awaited<ReturnType<typeof makeOwner>>

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
  // Case 1 is assigned to the members that a test adds; case 2 belongs to the whole team.
  for (const memberIds of [[owner.member.id], []])
    await casework.cases.create(actorOf(owner.member), { language: 'en', about: ABOUT, place: { teamId: null, memberIds } })
})
afterEach(() => fixture.end())

const context = (): StaffContext => ({
  services: { casework, today: () => '2026-11-23', training: null } as unknown as Services,
  reads: createSharedReads(),
})
const by = (session: string) => new Request('http://localhost/work', { headers: { Cookie: `${COOKIE_NAMES.staff}=${session}` } })

/** A member with this role who works on the first case. */
async function worker(role: Role) {
  const joined = await addMember(casework, owner.organization.id, role, `some-${role}`, fixture.time)
  const assign = (to: 'add' | 'remove') => casework.assigning.assign(actorOf(owner.member), 1, { [to]: [joined.member.id] })
  await assign('add')
  return { actor: actorOf(joined.member), request: by(joined.session), leave: () => assign('remove') }
}

test('the page offers to take out a paper only to members who may do so', async () => {
  const offered = async (request: Request) => (await casePapersView(context(), request, '1')).mayRemove
  expect(await offered((await worker('volunteer')).request)).toBe(false)
  expect(await offered((await worker('caseworker')).request)).toBe(true)
  expect(await offered(by(owner.session))).toBe(true)
})

test('a member who reads a colleague’s case gets no links to pages that fill it in', async () => {
  const { request } = await worker('caseworker')
  const paths = async (number: string) => {
    const { missing, sections } = await overviewView(context(), request, number)
    const of = (path: string | null) => path?.split('/').slice(0, 5).join('/') ?? null
    return [...new Set([...missing, ...sections.flatMap(({ questions }) => questions)].map(({ path }) => of(path)))]
  }
  expect(await paths('1')).toEqual(['/work/cases/1/prepare'])
  expect(await paths('2')).toEqual([null])
})

test('members may change their own notes as long as they work on the case', async () => {
  const { actor, request, leave } = await worker('caseworker')
  await casework.notes.add(actor, 1, 'An invented note')
  await casework.notes.add(actorOf(owner.member), 1, 'Another')
  const offered = async () => (await notesView(context(), request, '1')).notes.filter(({ mayChange }) => mayChange).map(({ text }) => text)
  expect(await offered()).toEqual(['An invented note'])
  await leave()
  expect(await offered()).toEqual([])
})

test('the list offers only cases that the member may act on, and only people to whom they may assign them', async () => {
  const team = await casework.organizations.addTeam(owner.organization.id, 'Another team')
  await addMember(casework, owner.organization.id, 'caseworker', 'elsewhere', fixture.time, team.id)
  const marked = async (request: Request) =>
    (await caseListView(context(), request)).rows
      .filter(({ mayChoose }) => mayChoose)
      .map(({ number }) => number)
      .sort()
  const takers = async (request: Request) => (await caseListView(context(), request)).takers.map(({ label }) => label).sort()
  const [caseworker, supervisor] = [await worker('caseworker'), await worker('supervisor')]
  expect(await marked(caseworker.request)).toEqual([1])
  expect(await marked(supervisor.request)).toEqual([1, 2])
  expect(await takers(caseworker.request)).toEqual([])
  expect(await takers(supervisor.request)).toEqual(['Name of owner', 'Name of some-caseworker', 'Name of some-supervisor'])
  expect(await takers(by(owner.session))).toEqual([
    'Name of elsewhere',
    'Name of owner',
    'Name of some-caseworker',
    'Name of some-supervisor',
  ])
  // An erased case cannot be printed or exported any more, but a supervisor can still assign it.
  await casework.retention.erase(actorOf(owner.member), 1)
  const ended = (session: Request) => marked(new Request('http://localhost/work/cases?ended=yes', session))
  expect(await ended(caseworker.request)).toEqual([])
  expect(await ended(supervisor.request)).toEqual([1])
})
