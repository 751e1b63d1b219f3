import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { DraftEvent, DraftProposal } from '#machines/draft/events.ts'
import { LIFECYCLE_WALKS, staffWalk } from '#machines/draft/lifecycle-walks.ts'
import { replayDraft } from '#machines/draft/machine.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const COMPLETE = answersFromClaim(JSON.parse(readFileSync('examples/rosa-alone.json', 'utf8')) as ClaimFile)
const ABOUT = { label: '', otherSide: [] }

let fixture: Fixture
let casework: Casework
let people: Record<'owner' | 'supervisor' | 'caseworker' | 'volunteer', Actor>

beforeEach(async () => {
  fixture = await openFixture()
  fixture.time = Date.parse('2026-11-26T20:00:00Z')
  casework = fixture.store.casework!
  const owner = await makeOwner(casework, fixture.time)
  const add = async (role: Role) => actorOf((await addMember(casework, owner.organization.id, role, role, fixture.time)).member)
  people = {
    owner: actorOf(owner.member),
    supervisor: await add('supervisor'),
    caseworker: await add('caseworker'),
    volunteer: await add('volunteer'),
  }
})
afterEach(() => fixture.end())

const STAFF_WALKS = Object.entries(LIFECYCLE_WALKS).map(([name, events]) => [name, staffWalk(events)] as const)

/** The step as a member proposes it, without the facts, which come from the answers. */
const proposalOf = (event: DraftEvent): DraftProposal => {
  if (event.type !== 'APPROVED') return event
  const { facts, ...proposal } = event
  expect(facts.blockers).toEqual([])
  return proposal
}

test.each(STAFF_WALKS)('a case takes each step of "%s", and the record has a line for each', async (_name, walk) => {
  const { owner } = people
  await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: COMPLETE })
  const taken: DraftEvent[] = []
  let [revision, round] = [1, 0]
  for (const event of walk) {
    if (event.type === 'ANSWER_CHANGED') {
      const answers = { ...COMPLETE, story: { value: { circumstances: `Changed, ${++round}` } } }
      expect(await casework.cases.save(owner, 1, revision++, { answers })).toMatchObject({ ok: true, value: { ok: true } })
    } else {
      expect(await casework.cases.takeStep(owner, 1, proposalOf(event)), event.type).toEqual({ ok: true, value: { ok: true } })
    }
    taken.push(event)
    const found = await casework.cases.find(owner, 1)
    expect(found).toMatchObject({ ok: true, value: { summary: { state: replayDraft(taken).state } } })
  }
  const steps = await fixture.rows('SELECT 1 FROM "CaseRecord" WHERE kind = ?', 'case.step')
  expect(steps).toHaveLength(taken.filter(({ type }) => type !== 'ANSWER_CHANGED').length)
})

test('each step is refused to the roles that may not take it, and a refusal changes nothing', async () => {
  const { owner, supervisor, caseworker, volunteer } = people
  await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: COMPLETE })
  const step = (actor: Actor, proposal: DraftProposal) => casework.cases.takeStep(actor, 1, proposal)
  const day = '2026-11-01'
  // The case is assigned to the owner: a caseworker of the team may read it, and a volunteer does not learn that it exists.
  expect(await step(volunteer, { type: 'SENT_TO_REVIEW', sentOn: day })).toEqual({ ok: false, reason: 'not-found' })
  expect(await step(caseworker, { type: 'SENT_TO_REVIEW', sentOn: day })).toEqual({ ok: false, reason: 'forbidden' })
  expect(await step(supervisor, { type: 'SENT_TO_REVIEW', sentOn: day })).toEqual({ ok: true, value: { ok: true } })
  expect(await step(caseworker, { type: 'APPROVED', approvedOn: day })).toEqual({ ok: false, reason: 'forbidden' })
  expect(await step(caseworker, { type: 'CHANGES_ASKED', askedOn: day })).toEqual({ ok: false, reason: 'forbidden' })
  for (const actor of [owner, supervisor])
    expect(await step(actor, { type: 'READY_WITHOUT_REVIEW', readyOn: day })).toMatchObject({
      ok: true,
      value: { ok: false, obstacles: [{ code: 'not-this-role' }] },
    })
  expect(await step(owner, { type: 'PAID', paidOn: day })).toMatchObject({
    ok: true,
    value: { ok: false, obstacles: [{ code: 'not-now' }] },
  })
  expect(await step(owner, { type: 'APPROVED', approvedOn: '2026-12-24' })).toMatchObject({
    ok: true,
    value: { ok: false, obstacles: [{ code: 'day-ahead' }] },
  })
  expect(await casework.cases.peek(owner, 1)).toMatchObject({ ok: true, value: { summary: { state: 'inReview' } } })
})

test('comments are sealed, and each role may read, write or resolve them as its permissions say', async () => {
  const { owner, supervisor, caseworker, volunteer } = people
  await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: COMPLETE })
  expect(await casework.comments.add(caseworker, 1, { page: 'dates', words: 'No' })).toEqual({ ok: false, reason: 'forbidden' })
  expect(await casework.comments.add(supervisor, 1, { page: 'dates', words: 'Palabras inventadas' })).toEqual({ ok: true, value: null })
  const listed = await casework.casePages.lifecycle(caseworker, 1)
  expect(listed).toMatchObject({
    ok: true,
    value: { comments: [{ page: 'dates', words: 'Palabras inventadas', memberId: supervisor.memberId, resolvedAt: null }] },
  })
  expect(await casework.casePages.lifecycle(volunteer, 1)).toEqual({ ok: false, reason: 'not-found' })
  const id = listed.ok ? (listed.value.comments[0]?.id ?? '') : ''
  expect(await casework.comments.setResolved(caseworker, 1, id, true)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await casework.comments.setResolved(owner, 1, 'another', true)).toEqual({ ok: true, value: false })
  expect(await casework.comments.setResolved(owner, 1, id, true)).toEqual({ ok: true, value: true })
  expect((await fixture.bytes()).includes('Palabras')).toBe(false)
})

test('closing a case erases nothing that was written around it', async () => {
  const { owner } = people
  await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: COMPLETE })
  await casework.notes.add(owner, 1, 'Invented note')
  await casework.comments.add(owner, 1, { page: 'dates', words: 'Invented comment' })
  await casework.suggestions.make(owner, 1, [{ page: 'names', entry: { value: { firstName: 'Invented' } } }])
  expect(await casework.cases.takeStep(owner, 1, { type: 'CLOSED', closedOn: '2026-11-25', why: 'finished' })).toEqual({
    ok: true,
    value: { ok: true },
  })
  expect(await casework.cases.find(owner, 1)).toMatchObject({
    ok: true,
    value: { answers: { names: COMPLETE.names }, summary: { state: 'closed' } },
  })
  expect(await casework.casePages.notes(owner, 1)).toMatchObject({ ok: true, value: { notes: [{ text: 'Invented note' }] } })
  expect(await casework.casePages.lifecycle(owner, 1)).toMatchObject({ ok: true, value: { comments: [{ words: 'Invented comment' }] } })
  expect(await casework.casePages.section(owner, 1)).toMatchObject({
    ok: true,
    value: { suggestions: [{ page: 'names', taken: null }] },
  })
  expect(await casework.cases.takeStep(owner, 1, { type: 'REOPENED' })).toEqual({ ok: true, value: { ok: true } })
})
