import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#machines/casework/permissions.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

const ABOUT = { label: 'K-1', otherSide: ['Otro Lado'] }
const TYPED = { filer: { value: { filer: 'victim' } }, names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } } }
const DAY_MS = 86_400_000

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const makeCase = () => casework.cases.create(owner, { language: 'es', about: ABOUT, answers: TYPED })
const close = (number: number) => casework.cases.takeStep(owner, number, { type: 'CLOSED', closedOn: '2026-01-02', why: 'finished' })
const rows = async (table: string) =>
  (await fixture.rows<{ count: number | string }>(`SELECT count(*) AS count FROM "${table}"`)).map(({ count }) => Number(count))[0]
const numbersLeft = async () =>
  (await fixture.rows<{ number: number }>('SELECT number FROM "Case" WHERE "grant" IS NOT NULL ORDER BY number')).map(
    ({ number }) => number,
  )
/** Runs the purge and says that the clock is right, because these tests jump many days at once. */
const purge = () => fixture.store.purge.run('clock-is-right')
const passDays = (days: number) => (fixture.time += days * DAY_MS)

describe('an organization’s closed cases', () => {
  test('stay until an owner chooses months, and are then erased with all that was known of them', async () => {
    for (let number = 1; number <= 3; number++) await makeCase()
    expect(await close(1)).toMatchObject({ value: { ok: true } })
    await close(2)
    passDays(400)
    await casework.cases.describe(owner, 2, { label: 'Seen since', otherSide: [] })
    expect(await purge()).toMatchObject({ cases: 0 })
    expect(await casework.retention.countDue(owner.organizationId, 12)).toBe(1)
    await casework.retention.choose(owner, 12)
    expect(await casework.retention.months(owner.organizationId)).toBe(12)
    expect(await purge()).toMatchObject({ cases: 1, drafts: 0 })
    expect(await purge()).toMatchObject({ cases: 0 })
    expect(await numbersLeft()).toEqual([2, 3])
    expect(await casework.cases.find(owner, 1)).toEqual({ ok: false, reason: 'ended' })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({
      ok: true,
      value: { number: 1, summary: null, about: { label: '', otherSide: [] } },
    })
  })

  test('are erased many at a time, while a case that was never closed stays', async () => {
    for (let number = 1; number <= 25; number++) await makeCase()
    for (let number = 1; number <= 24; number++) await close(number)
    await casework.retention.choose(owner, 1)
    passDays(40)
    expect(await purge()).toMatchObject({ cases: 24 })
    expect(await numbersLeft()).toEqual([25])
    expect(await rows('Draft')).toBe(1)
    expect(await casework.records.check(owner.organizationId)).toMatchObject({ ok: true })
  }, 60_000)

  test('are also erased where the claim was taken back that long ago', async () => {
    await makeCase()
    await fixture.rows(`UPDATE "Case" SET "grant" = NULL, summary = NULL, "stateMark" = '', "endedAt" = "createdAt"`)
    await casework.retention.choose(owner, 6)
    passDays(100)
    expect(await purge()).toMatchObject({ cases: 0 })
    passDays(100)
    expect(await purge()).toMatchObject({ cases: 1 })
  })
})

describe('one case', () => {
  test('is erased by an owner alone, with its claim, its bytes and its marks, while the record stays and fits', async () => {
    await makeCase()
    await fixture.rows('INSERT INTO "CaseComment" SELECT ?, id, ?, about, "createdAt", NULL FROM "Case"', 'a-comment', owner.memberId)
    const [sealed] = await fixture.rows<{ about: Buffer; summary: Buffer; answers: Buffer }>(
      'SELECT about, summary, answers FROM "Case" JOIN "Draft" ON "Draft".id = "draftId"',
    )
    const helper = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'helper', fixture.time)).member)
    expect(await casework.retention.erase(helper, 1)).toEqual({ ok: false, reason: 'forbidden' })
    expect(await casework.retention.erase({ ...owner, organizationId: 'another' }, 1).catch(() => 'refused')).toBe('refused')
    expect(await casework.retention.erase(owner, 1)).toEqual({ ok: true, value: null })
    for (const table of ['Draft', 'CaseMark', 'CaseComment']) expect(await rows(table), table).toBe(0)
    const page = await casework.records.ofCase(owner, 1)
    expect(page).toMatchObject({
      ok: true,
      value: {
        lines: [{ kind: 'case.deleted', name: 'Name of owner', caseNumber: 1 }, { kind: 'case.refused' }, { kind: 'case.created' }],
      },
    })
    expect(await casework.records.check(owner.organizationId)).toMatchObject({ ok: true })
    // PostgreSQL does not promise to overwrite deleted bytes.
    if (TEST_SERVER !== null) return
    const bytes = await fixture.bytes()
    for (const [name, column] of Object.entries(sealed!)) expect(bytes.includes(column), name).toBe(false)
  })

  test('is erased without its claim where the survivor has a phrase for the claim', async () => {
    await makeCase()
    await fixture.rows('UPDATE "Draft" SET lookup = ?', 'somebody')
    expect(await casework.retention.erase(owner, 1)).toEqual({ ok: true, value: null })
    expect(await rows('Draft')).toBe(1)
    expect(await numbersLeft()).toEqual([])
  })

  test('is erased without its claim where another organization has the claim', async () => {
    await makeCase()
    const other = (await makeOwner(casework, fixture.time, 'other')).member
    await fixture.rows(
      `INSERT INTO "Case" (id, "organizationId", number, "draftId", "grant", "keyId", about, "stateMark", "languageMark", "missingMark", "createdAt", "changedAt")
       SELECT ?, ?, 1, "draftId", "grant", "keyId", about, '', '', '', "createdAt", "changedAt" FROM "Case"`,
      'theirs',
      other.organizationId,
    )
    expect(await casework.retention.erase(owner, 1)).toEqual({ ok: true, value: null })
    expect(await rows('Draft')).toBe(1)
  })
})
