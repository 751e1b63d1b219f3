import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MOST_PAPERS } from '#app/evidence/limits.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { addMember, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const WORDS = { kind: 'other', title: 'Papel inventado' } as const
const PAPER = { bytes: new Uint8Array([7, 7, 7]), format: 'pdf', pages: 1 } as const

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const listed = async () => {
  const papers = await casework.papers.list(owner, 1)
  return papers.ok ? (papers.value ?? []) : []
}
const add = async (title: string) => {
  const added = await casework.papers.add(owner, 1, { ...WORDS, title }, PAPER)
  return added.ok && added.value.ok ? added.value.id : ''
}

describe('papers of a case', () => {
  beforeEach(() => casework.cases.create(owner, { language: 'en', about: { label: '', otherSide: [] }, answers: {} }))

  test('can be added, named, ordered and erased by members, are sealed, and leave lines in the record', async () => {
    const [one, two] = [await add('first'), await add('second')]
    expect((await listed()).map(({ title }) => title)).toEqual(['first', 'second'])
    expect(await casework.papers.move(owner, 1, two, -1)).toEqual({ ok: true, value: { ok: true } })
    expect(await casework.papers.change(owner, 1, one, { kind: 'other', title: 'Umbenannt' }, ({ title }) => title === 'first')).toEqual({
      ok: true,
      value: { ok: true },
    })
    expect(await casework.papers.change(owner, 1, one, WORDS, ({ title }) => title === 'first')).toMatchObject({
      value: { ok: false, reason: 'conflict', current: { title: 'Umbenannt' } },
    })
    expect((await listed()).map(({ title }) => title)).toEqual(['second', 'Umbenannt'])
    const files = await casework.papers.forPacket(owner, 1, null)
    expect(files.ok && files.value.map(({ bytes }) => [...bytes])).toEqual([
      [7, 7, 7],
      [7, 7, 7],
    ])
    expect(await casework.papers.remove(owner, 1, one)).toEqual({ ok: true, value: { ok: true } })
    expect(await casework.papers.remove(owner, 1, one)).toEqual({ ok: true, value: { ok: false, reason: 'gone' } })
    expect((await fixture.bytes()).includes('Umbenannt')).toBe(false)
    const kinds = (await fixture.rows<{ kind: string }>('SELECT kind FROM "CaseRecord" ORDER BY place'))
      .map(({ kind }) => kind)
      .filter(kind => kind.startsWith('paper.') && kind !== 'paper.read')
    expect(kinds).toEqual(['paper.added', 'paper.added', 'paper.changed', 'paper.changed', 'paper.removed'])
  })

  test('are bounded, and adding them does not shorten the retention of a claim that the organization began', async () => {
    for (let count = 0; count < MOST_PAPERS; count++) await add(String(count))
    expect(await casework.papers.findNoRoom(owner, 1)).toEqual({ ok: true, value: 'too-many-papers' })
    expect(await casework.papers.add(owner, 1, WORDS, PAPER)).toEqual({ ok: true, value: { ok: false, reason: 'too-many-papers' } })
    expect((await listed()).length).toBe(MOST_PAPERS)
    expect((await fixture.store.purge.run()).drafts).toBe(0)
    fixture.time += 400 * 86_400_000
    expect((await fixture.store.purge.run('clock-is-right')).drafts).toBe(0)
  })

  test('are closed to strangers and to members who do not work on the case', async () => {
    const id = await add('kept')
    const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
    const volunteer = actorOf((await addMember(casework, owner.organizationId, 'volunteer', 'volunteer', fixture.time)).member)
    const caseworker = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'caseworker', fixture.time)).member)
    for (const [actor, reason] of [
      [stranger, 'not-found'],
      [volunteer, 'not-found'],
      [caseworker, 'forbidden'],
    ] as const) {
      expect(await casework.papers.add(actor, 1, WORDS, PAPER)).toEqual({ ok: false, reason })
      expect(await casework.papers.remove(actor, 1, id)).toEqual({ ok: false, reason })
    }
    expect((await listed()).map(({ title }) => title)).toEqual(['kept'])
  })
})

test('papers stay as they are where the claim was shared to read only, or without its papers', async () => {
  for (const choice of [
    { story: true, papers: true, mayEdit: false },
    { story: true, papers: false, mayEdit: true },
  ]) {
    const { session } = await fixture.store.drafts.create({ answers: {}, language: 'en' })
    expect(await shareByCode(casework, owner, session, choice)).toEqual({ ok: true })
    const number = choice.papers ? 1 : 2
    expect(await casework.papers.add(owner, number, WORDS, PAPER)).toEqual({ ok: false, reason: 'forbidden' })
    expect(await fixture.store.exhibits.list(session)).toEqual([])
  }
})

test('a survivor’s change of the papers shows in the organization’s list of cases', async () => {
  const { drafts, exhibits } = fixture.store
  const { session } = await drafts.create({ answers: {}, language: 'en' })
  await shareByCode(casework, owner, session, { story: true, papers: false, mayEdit: false })
  const inList = async () => {
    const head = await casework.cases.peek(owner, 1)
    return head.ok ? { state: head.value.summary?.state, changedAt: head.value.changedAt.getTime() } : null
  }
  const ids: string[] = []
  const attach = async () => {
    const added = await exhibits.add(session, WORDS, PAPER)
    if (added.ok) ids.push(added.id)
    return added
  }
  const changes = [
    attach,
    attach,
    () => exhibits.move(session, ids[1] ?? '', -1),
    () => exhibits.change(session, ids[0] ?? '', { kind: 'other', title: 'Otro' }, () => true),
    () => exhibits.remove(session, ids[0] ?? ''),
  ]
  for (const change of changes) {
    // A print reflects the claim of that moment, so a later change of the papers sets the state back.
    expect(await drafts.notePrinted(session, '2026-01-02')).toBe(true)
    expect(await inList()).toMatchObject({ state: 'printed' })
    fixture.time += 60_000
    expect(await change()).toMatchObject({ ok: true })
    expect(await inList()).toEqual({ state: 'prepared', changedAt: fixture.time })
  }
  // A change that fails writes nothing.
  fixture.time += 60_000
  expect(await exhibits.remove(session, 'another')).toEqual({ ok: false, reason: 'gone' })
  expect(await inList()).toMatchObject({ changedAt: fixture.time - 60_000 })
})
