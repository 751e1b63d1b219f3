import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#machines/casework/permissions.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'
import type { RecordCheck } from './record-check.server.ts'

const ABOUT = { label: 'K-1', otherSide: [] }

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

/** Writes six lines: two cases are made, then read in turn. */
async function someLines() {
  await casework.cases.create(owner, { language: 'en', about: ABOUT })
  await casework.cases.create(owner, { language: 'es', about: ABOUT })
  for (const number of [1, 2, 1, 2]) await casework.cases.find(owner, number)
}
const check = () => casework.records.check(owner.organizationId)
const head = async () =>
  (
    await fixture.rows<{ recordCount: number; recordMark: string }>(
      'SELECT "recordCount", "recordMark" FROM "Organization" WHERE id = ?',
      owner.organizationId,
    )
  )[0]!

describe('an untouched record', () => {
  test('fits when it is empty, and after every line', async () => {
    expect(await check()).toEqual({ ok: true, lines: 0, code: null })
    await someLines()
    expect(await check()).toMatchObject({ ok: true, lines: 6, code: expect.stringMatching(/^6(-[\da-f]{4}){4}$/) as unknown })
  })

  test('is read newest first, page by page, and each reading is a line of its own', async () => {
    await someLines()
    for (let reads = 0; reads < 60; reads++) await casework.cases.find(owner, 2)
    const first = await casework.records.page(owner, {})
    expect(first.lines).toHaveLength(50)
    expect(first.lines[0]).toMatchObject({ place: 66, kind: 'case.read', caseNumber: 2, name: 'Name of owner', role: 'owner' })
    const second = await casework.records.page(owner, {}, first.before!)
    expect(second.lines.map(({ place }) => place)).toEqual(Array.from({ length: 16 }, (_each, index) => 16 - index))
    expect(second.before).toBeNull()
    expect((await casework.records.page(owner, {})).lines.slice(0, 2).map(({ kind }) => kind)).toEqual(['record.read', 'record.read'])
  })

  test('is filtered by case, member, kind and days', async () => {
    await someLines()
    const places = async (filter: Parameters<Casework['records']['page']>[1]) =>
      (await casework.records.page(owner, filter)).lines.map(({ place }) => place)
    expect(await places({ caseNumber: 1 })).toEqual([5, 3, 1])
    expect(await places({ caseNumber: 99 })).toEqual([])
    expect(await places({ kind: 'case.created' })).toEqual([2, 1])
    expect(await places({ memberId: 'nobody' })).toEqual([])
    expect(await places({ until: new Date(fixture.time - 1) })).toEqual([])
    expect(await places({ from: new Date(fixture.time - 1), until: new Date(fixture.time + 1), kind: 'case.read' })).toEqual([6, 5, 4, 3])
  })

  test('shows a supervisor only the lines of the team, and no member those of another organization', async () => {
    const { id: teamId } = await casework.organizations.addTeam(owner.organizationId, 'Azul')
    const sup = actorOf((await addMember(casework, owner.organizationId, 'supervisor', 'sup', fixture.time, teamId)).member)
    await someLines()
    await casework.cases.create(sup, { language: 'en', about: ABOUT })
    await casework.cases.find(owner, 3)
    await casework.cases.find(sup, 1)
    const { lines } = await casework.records.page(sup, {})
    expect(lines.map(({ caseNumber, name, kind }) => [caseNumber, name, kind])).toEqual([
      [3, 'Name of owner', 'case.read'],
      [3, 'Name of sup', 'case.created'],
    ])
    const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
    expect((await casework.records.page(stranger, {})).lines).toEqual([])
    expect(await casework.records.ofCase(stranger, 1)).toEqual({ ok: false, reason: 'not-found' })
    expect(await check()).toMatchObject({ ok: true })
  })

  test('shows a case’s lines to members who may read the case, without the names of members who left', async () => {
    await someLines()
    const helper = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'helper', fixture.time)).member)
    await casework.cases.find(helper, 1)
    expect(await casework.records.ofCase(owner, 1)).toMatchObject({
      ok: true,
      value: { lines: [{ name: 'Name of helper' }, { place: 5 }, { place: 3 }, { place: 1, kind: 'case.created' }], before: null },
    })
    await fixture.rows('DELETE FROM "Member" WHERE id = ?', helper.memberId)
    expect(await casework.records.ofCase(owner, 1)).toMatchObject({
      ok: true,
      value: { lines: [{ kind: 'record.read' }, { name: null, role: 'caseworker' }, {}, {}, {}] },
    })
    expect(await check()).toMatchObject({ ok: true })
  })

  test('can be taken out whole, which the record tells first', async () => {
    await someLines()
    const kinds: string[] = []
    for await (const lines of casework.records.all(owner)) kinds.push(...lines.map(({ kind }) => kind))
    expect(kinds).toHaveLength(7)
    expect(kinds.at(-1)).toBe('record.exported')
  })
})

describe('a record that was tampered with', () => {
  beforeEach(someLines)
  const sql = (statement: string, ...values: unknown[]) => fixture.rows(statement, ...values)
  const expectFault = async (place: number, fault: Extract<RecordCheck, { ok: false }>['fault']) => {
    expect(await check()).toEqual({ ok: false, place, fault })
    // The organization works on, and the later lines do not cover the fault up.
    await casework.cases.find(owner, 1)
    expect(await check()).toMatchObject({ ok: false })
  }

  test.each(['kind', 'role', 'memberId', 'caseId'])('is found where %s of a line was changed', async column => {
    await sql(`UPDATE "CaseRecord" SET "${column}" = ? WHERE place = 3`, 'volunteer')
    await expectFault(3, 'changed')
  })

  test('is found where the time of a line was changed', async () => {
    await sql(
      'UPDATE "CaseRecord" SET at = (SELECT at FROM "CaseRecord" WHERE place = 1), mark = (SELECT mark FROM "CaseRecord" WHERE place = 3) WHERE place = 4',
    )
    await expectFault(4, 'changed')
  })

  test('is found where a line was taken out', async () => {
    await sql('DELETE FROM "CaseRecord" WHERE place = 3')
    await expectFault(3, 'missing')
  })

  test('is found where a line was taken out and the others were moved up', async () => {
    await sql('DELETE FROM "CaseRecord" WHERE place = 3')
    for (const place of [4, 5, 6]) await sql('UPDATE "CaseRecord" SET place = ? WHERE place = ?', place - 1, place)
    await expectFault(3, 'changed')
  })

  test('is found where a line was put in', async () => {
    for (const place of [6, 5, 4]) await sql('UPDATE "CaseRecord" SET place = ? WHERE place = ?', place + 1, place)
    await sql(
      'INSERT INTO "CaseRecord" SELECT "organizationId", 4, at, "memberId", role, kind, "caseId", mark FROM "CaseRecord" WHERE place = 3',
    )
    // The next line finds its place taken, so the organization can do nothing more until the record was looked at.
    expect(await check()).toEqual({ ok: false, place: 4, fault: 'changed' })
  })

  test('is found where two lines changed places', async () => {
    for (const [from, to] of [
      [3, 99],
      [4, 3],
      [99, 4],
    ])
      await sql('UPDATE "CaseRecord" SET place = ? WHERE place = ?', to, from)
    await expectFault(3, 'changed')
  })

  test('is found where the newest lines were cut off', async () => {
    await sql('DELETE FROM "CaseRecord" WHERE place > 4')
    await expectFault(5, 'missing')
  })

  test('is found where the newest lines were cut off and the head was set to the older mark', async () => {
    await sql('DELETE FROM "CaseRecord" WHERE place > 4')
    await sql('UPDATE "Organization" SET "recordCount" = 4, "recordMark" = (SELECT mark FROM "CaseRecord" WHERE place = 4)')
    await expectFault(4, 'end')
    // The line that came after the fault is chained to nothing.
    expect(await check()).toEqual({ ok: false, place: 5, fault: 'changed' })
  })

  test('is found where all lines were taken out and the head was emptied', async () => {
    await sql('DELETE FROM "CaseRecord"')
    await sql('UPDATE "Organization" SET "recordCount" = 0, "recordMark" = ?', '')
    await expectFault(0, 'end')
  })

  test('is found where lines were added after the end', async () => {
    await sql(
      'INSERT INTO "CaseRecord" SELECT "organizationId", 7, at, "memberId", role, kind, "caseId", mark FROM "CaseRecord" WHERE place = 6',
    )
    expect(await check()).toEqual({ ok: false, place: 7, fault: 'changed' })
  })

  test('is not found where an older whole record was put back, but a code that was written down tells', async () => {
    const older = await head()
    await casework.cases.find(owner, 1)
    const now = await check()
    const code = now.ok ? now.code! : ''
    expect(await casework.records.holds(owner.organizationId, code)).toBe(true)
    await sql('DELETE FROM "CaseRecord" WHERE place > 6')
    await sql('UPDATE "Organization" SET "recordCount" = ?, "recordMark" = ?', older.recordCount, older.recordMark)
    expect(await check()).toMatchObject({ ok: true, lines: 6 })
    expect(await casework.records.holds(owner.organizationId, code)).toBe(false)
    await casework.cases.find(owner, 2)
    expect(await casework.records.holds(owner.organizationId, ` ${code.replace(/-/g, ' ').toUpperCase()} `)).toBe(false)
    expect(await casework.records.holds(owner.organizationId, 'something')).toBeNull()
  })
})
