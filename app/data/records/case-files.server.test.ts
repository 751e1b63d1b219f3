import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#machines/casework/permissions.ts'
import { addMember, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const TYPED = { filer: { value: { filer: 'victim' } }, names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } } }
const PAPER = {
  words: { kind: 'other' as const, title: 'Carta inventada' },
  file: { format: 'png' as const, pages: 1, bytes: Buffer.from([1, 2, 3]) },
}
const NOTE = { text: 'Una nota inventada', writtenAt: new Date('2026-02-03T10:00:00Z') }

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const bring = () =>
  casework.caseFiles.bring(
    owner,
    {
      answers: TYPED,
      language: 'es',
      about: { label: 'K-1', otherSide: [] },
      notes: [NOTE],
      status: [{ type: 'SENT_TO_REVIEW', sentOn: '2026-01-02' }],
    },
    [PAPER, PAPER],
  )
const kinds = async () => (await casework.records.page(owner, {})).lines.map(({ kind, caseNumber }) => [kind, caseNumber])

describe('a case that was brought in', () => {
  test('opens with its answers, lifecycle, papers and notes, in the words of the organization', async () => {
    expect(await bring()).toEqual({ number: 1 })
    expect(await casework.cases.find(owner, 1)).toMatchObject({
      ok: true,
      value: { answers: TYPED, language: 'es', authors: { names: 'staff' }, about: { label: 'K-1' }, summary: { state: 'inReview' } },
    })
    expect(await casework.caseFiles.take(owner, 1, true)).toMatchObject({
      ok: true,
      value: {
        claim: { language: 'es', victim: { firstName: 'Rosa' } },
        life: [{ type: 'SENT_TO_REVIEW' }],
        papers: [
          { ...PAPER.words, ...PAPER.file },
          { ...PAPER.words, ...PAPER.file },
        ],
        notes: [NOTE],
      },
    })
    expect(await kinds()).toEqual([
      ['note.read', 1],
      ['case.exported', 1],
      ['case.read', 1],
      ['case.imported', 1],
    ])
    for (const word of ['Carta', 'nota inventada']) expect((await fixture.bytes()).includes(word), word).toBe(false)
  })
})

describe('a case that is taken out', () => {
  test('leaves the notes out where they were not asked for', async () => {
    await bring()
    expect(await casework.caseFiles.take(owner, 1, false)).toMatchObject({ ok: true, value: { notes: [] } })
    expect(await kinds()).not.toContainEqual(['note.read', 1])
  })

  test('is refused to a member who may only read it, and where its claim was taken back', async () => {
    await bring()
    const reader = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'reader', fixture.time)).member)
    expect(await casework.caseFiles.take(reader, 1, false)).toEqual({ ok: false, reason: 'forbidden' })
    await fixture.rows('UPDATE "Case" SET "grant" = NULL')
    expect(await casework.caseFiles.take(owner, 1, false)).toEqual({ ok: false, reason: 'ended' })
  })

  test('leaves out papers that were not shared', async () => {
    const { session } = await fixture.store.drafts.create({ answers: TYPED, language: 'es' })
    await fixture.store.exhibits.add(session, PAPER.words, PAPER.file)
    expect(await shareByCode(casework, owner, session, { story: false, papers: false, mayEdit: true })).toEqual({ ok: true })
    expect(await casework.caseFiles.take(owner, 1, false)).toMatchObject({
      ok: true,
      value: { claim: { victim: { firstName: 'Rosa' } }, papers: [] },
    })
  })
})

describe('figures of cases', () => {
  test('count the cases that the member may count, and the record tells when they are given away', async () => {
    for (let number = 0; number < 12; number++)
      await casework.cases.create(owner, { language: 'es', about: { label: '', otherSide: [] }, answers: TYPED })
    expect((await casework.figures.count(owner)).all).toEqual({ shown: 12 })
    expect(await kinds()).not.toContainEqual(['figures.exported', null])
    const { id: teamId } = await casework.organizations.addTeam(owner.organizationId, 'Azul')
    const sup = actorOf((await addMember(casework, owner.organizationId, 'supervisor', 'sup', fixture.time, teamId)).member)
    expect((await casework.figures.take(sup)).all).toEqual({ shown: 0 })
    for (let number = 0; number < 3; number++) await casework.cases.create(sup, { language: 'en', about: { label: '', otherSide: [] } })
    expect((await casework.figures.count(sup)).all).toEqual({ hidden: 'small' })
    expect((await casework.figures.count(owner)).languages.slice(0, 2).map(({ count }) => count)).toEqual([
      { hidden: 'small' },
      { hidden: 'with-small' },
    ])
    expect(await kinds()).toContainEqual(['figures.exported', null])
  })
})
