import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#machines/casework/permissions.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const ABOUT = { label: 'K-1', otherSide: [] }
const TYPED = {
  filer: { value: { filer: 'victim' } },
  names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } },
  story: { value: { circumstances: 'Palabras propias' } },
}

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

describe('a case', () => {
  test('is numbered in its organization, opens with all answers, and says whose words they are', async () => {
    expect(await casework.cases.create(owner, { language: 'es', about: ABOUT, answers: TYPED })).toEqual({ number: 1 })
    expect(await casework.cases.create(owner, { language: 'en', about: ABOUT })).toEqual({ number: 2 })
    expect(await casework.cases.find(owner, 1)).toMatchObject({
      ok: true,
      value: {
        number: 1,
        answers: TYPED,
        language: 'es',
        authors: { story: 'staff', names: 'staff' },
        parts: ['answers', 'story', 'papers'],
        summary: { names: ['Rosa Ejemplo'], state: 'prepared' },
      },
    })
  })

  test('is saved only from the stored revision, and its row in lists follows', async () => {
    await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: TYPED })
    const answers = { ...TYPED, names: { value: { firstName: 'Otra', lastName: 'Muestra' } } }
    expect(await casework.cases.save(owner, 1, 1, { answers })).toEqual({ ok: true, value: { ok: true, revision: 2 } })
    expect(await casework.cases.save(owner, 1, 1, { answers: TYPED })).toMatchObject({
      ok: true,
      value: { ok: false, reason: 'conflict', conflict: { revision: 2, answers } },
    })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({ ok: true, value: { summary: { names: ['Otra Muestra'] } } })
  })

  test('opens for members who may read it, and does not exist for others', async () => {
    await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: TYPED })
    const { secret } = await casework.invitations.inviteOrganization()
    expect(secret).toBeTruthy()
    const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
    const trainer = actorOf((await addMember(casework, owner.organizationId, 'trainer', 'trainer', fixture.time)).member)
    const volunteer = actorOf((await addMember(casework, owner.organizationId, 'volunteer', 'volunteer', fixture.time)).member)
    const reader = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'caseworker', fixture.time)).member)
    for (const actor of [stranger, trainer, volunteer])
      expect(await casework.cases.find(actor, 1)).toEqual({ ok: false, reason: 'not-found' })
    expect(await casework.cases.find(reader, 1)).toMatchObject({ ok: true })
    expect(await casework.cases.save(reader, 1, 1, { answers: {} })).toEqual({ ok: false, reason: 'forbidden' })
  })

  test('is read with the names that its page tells, and with no other of the organization', async () => {
    const author = actorOf((await addMember(casework, owner.organizationId, 'supervisor', 'author', fixture.time)).member)
    await addMember(casework, owner.organizationId, 'owner', 'third', fixture.time)
    await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: TYPED })
    await casework.notes.add(owner, 1, 'One note')
    await casework.notes.add(owner, 1, 'Another note')
    await casework.comments.add(author, 1, { page: 'names', words: 'A comment' })
    const names = async (page: 'overview' | 'lifecycle' | 'notes') => {
      const read = await casework.casePages[page](owner, 1)
      return read.ok && [...read.value.names]
    }
    expect(await names('overview')).toEqual([[owner.memberId, 'Name of owner']])
    expect(await names('notes')).toEqual([[owner.memberId, 'Name of owner']])
    expect(await names('lifecycle')).toEqual([[author.memberId, 'Name of author']])
  })

  test('keeps nothing readable in the database', async () => {
    await casework.cases.create(owner, { language: 'es', about: { label: 'Etiqueta', otherSide: ['Malo Inventado'] }, answers: TYPED })
    const bytes = await fixture.bytes()
    for (const word of ['Rosa', 'Ejemplo', 'Palabras', 'Etiqueta', 'Inventado']) expect(bytes.includes(word), word).toBe(false)
  })

  test('takes permitted steps of its lifecycle, and names the obstacles to others', async () => {
    await casework.cases.create(owner, { language: 'en', about: ABOUT, answers: TYPED })
    expect(await casework.cases.takeStep(owner, 1, { type: 'SENT_TO_REVIEW', sentOn: '2026-01-02' })).toEqual({
      ok: true,
      value: { ok: true },
    })
    expect(await casework.cases.takeStep(owner, 1, { type: 'APPROVED', approvedOn: '2026-01-03' })).toMatchObject({
      ok: true,
      value: { ok: false, obstacles: expect.arrayContaining([expect.objectContaining({ code: 'missing' })]) as unknown },
    })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({ ok: true, value: { summary: { state: 'inReview' } } })
  })
})
