import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestPostgres } from '#scripts/testing/test-postgres.ts'
import { actorOf } from '../organizations/members.server.ts'
import { backUp } from './backup.server.ts'
import { CARRIED, ENDED, LEFT } from './carry-deletions.server.ts'
import { addMember, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import { makeTestDatabase, openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
import type { Restored } from './restore-copy.server.ts'
import { restore } from './restore.server.ts'
import { findBehind } from '../testing/save-until-killed.ts'
import { makeClaims, startSaver } from '../testing/saver-process.ts'
import { openStore, type Store } from '../store.server.ts'

const ANSWERS = { names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } }, story: { value: { circumstances: 'Palabras propias' } } }
const PAPER = { bytes: new Uint8Array([1, 2, 3]), format: 'pdf', pages: 1 } as const

let fixture: Fixture
let folder: string
beforeEach(async () => {
  fixture = await openFixture()
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'backup-')), 'monday')
})
afterEach(async () => {
  await fixture.end()
  rmSync(path.dirname(folder), { recursive: true })
})

/** A claim with a phrase, a paper and a story of its own. */
async function makeClaim(words = 'Palabras propias') {
  const { session } = await fixture.store.drafts.create({
    answers: { ...ANSWERS, story: { value: { circumstances: words } } },
    language: 'es',
  })
  const made = await fixture.store.drafts.setPhrase(session, 'en')
  await fixture.store.exhibits.add(session, { kind: 'other', title: 'Papel' }, PAPER)
  return { session, phrase: made.ok ? made.phrase.text : '' }
}

/** Stops the server, restores, and opens the restored data. */
async function restoreInto(
  settings = fixture.settings,
  options: { withDeleted?: boolean; now?: Date } = {},
): Promise<Restored & { store: Store }> {
  await fixture.store.close()
  const result = await restore(settings, folder, { withDeleted: false, now: new Date('2026-03-01T10:00:00Z'), ...options })
  return { ...result, store: await openStore(settings) }
}

async function answersOf(store: Store, phrase: string) {
  const opened = await store.drafts.openByPhrase(phrase, 'address')
  return opened.ok ? (await store.drafts.find(opened.session))?.answers : null
}

describe('a backup', () => {
  test('holds every claim and paper of one moment, is readable by its owner alone, and holds no key', async () => {
    const { phrase } = await makeClaim()
    mkdirSync(path.join(fixture.settings.dataDirectory, 'official-forms', 'a'), { recursive: true })
    writeFileSync(path.join(fixture.settings.dataDirectory, 'official-forms', 'a', 'map-v1.json'), '{}', { mode: 0o644 })
    expect(await backUp(fixture.settings, folder)).toBe(1)

    const names = (readdirSync(folder, { recursive: true }) as string[]).sort()
    expect(names).toEqual(['claims.sqlite', 'official-forms', 'official-forms/a', 'official-forms/a/map-v1.json'])
    for (const name of ['', ...names]) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0)
    const bytes = readFileSync(path.join(folder, 'claims.sqlite'))
    for (const secret of [
      'Palabras',
      'Ejemplo',
      readFileSync(fixture.settings.keyFile),
      readFileSync(fixture.settings.keyFile, 'utf8').trim(),
    ]) {
      expect(bytes.includes(secret)).toBe(false)
    }
    expect(readdirSync(path.dirname(folder))).toEqual(['monday'])

    const other = await makeTestDatabase()
    const elsewhere = { ...other.settings, keyFile: fixture.settings.keyFile }
    const { store, replaced, carried, claims } = await restoreInto(elsewhere)
    expect({ replaced, carried, claims }).toEqual({ replaced: null, carried: null, claims: 1 })
    expect(await answersOf(store, phrase)).toEqual(ANSWERS)
    expect(await other.rows('SELECT id FROM "Exhibit"')).toHaveLength(1)
    expect(existsSync(path.join(elsewhere.dataDirectory, 'official-forms/a/map-v1.json'))).toBe(true)
    if (TEST_SERVER === null) expect(statSync(path.join(elsewhere.dataDirectory, 'claims.sqlite')).mode & 0o777).toBe(0o600)
    await store.close()
    await other.remove()
  })

  test('shows one moment of the database while another process saves without a pause', async () => {
    const claims = await makeClaims(fixture.store)
    const saver = startSaver(fixture.settings, claims)
    saver.begin()
    await vi.waitFor(() => expect(saver.acknowledged('case')).toBeGreaterThan(1), 30_000)
    const revisions = []
    for (const day of ['a', 'b', 'c']) {
      const before = saver.acknowledged('draft')
      await vi.waitFor(() => expect(saver.acknowledged('draft')).toBeGreaterThan(before), 30_000)
      await backUp(fixture.settings, `${folder}-${day}`)
      const copy = await openStore({ dataDirectory: `${folder}-${day}`, keyFile: fixture.settings.keyFile })
      const { draft } = await findBehind(copy, claims)
      expect(draft?.answers).toEqual({ story: { value: `answer ${draft?.revision}` } })
      revisions.push(draft?.revision ?? 0)
      await copy.close()
    }
    expect(saver.hasFailed()).toBe(false)
    await saver.kill()
    expect(new Set(revisions).size).toBe(3)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
  })

  test('never overwrites another, and leaves nothing half-made', async () => {
    await makeClaim()
    await backUp(fixture.settings, folder)
    const before = readFileSync(path.join(folder, 'claims.sqlite'))
    await expect(backUp(fixture.settings, folder)).rejects.toThrow(/never overwrites/)
    expect(readFileSync(path.join(folder, 'claims.sqlite'))).toEqual(before)

    const next = path.join(path.dirname(folder), 'tuesday')
    const otherKey = path.join(path.dirname(folder), 'other.key')
    writeFileSync(otherKey, Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 })
    await expect(backUp({ ...fixture.settings, keyFile: otherKey }, next)).rejects.toThrow(/belongs to another database/)
    await expect(backUp({ ...fixture.settings, keyFile: path.join(folder, 'none') }, next)).rejects.toThrow(/key file .* is missing/)
    const empty = await makeTestDatabase()
    await expect(backUp({ ...empty.settings, keyFile: fixture.settings.keyFile }, next)).rejects.toThrow(
      /There is no (database|installation)/,
    )
    await empty.remove()
    expect(readdirSync(path.dirname(folder)).sort()).toEqual(['monday', 'other.key'])
  })
})

describe('a restore', () => {
  test('brings lost data back, ends sessions and links, and moves the earlier data aside', async () => {
    const { session, phrase } = await makeClaim()
    await makeOwner(fixture.store.casework!, fixture.time)
    await fixture.store.casework!.invitations.inviteOrganization()
    await backUp(fixture.settings, folder)
    await fixture.rows('UPDATE "Draft" SET answers = ?', Buffer.alloc(10))
    const { store, replaced, carried } = await restoreInto()
    expect(carried).toEqual({ drafts: 0, papers: 0, cases: 0, members: 0, olderPhrases: 0 })
    expect(await answersOf(store, phrase)).toEqual(ANSWERS)
    expect(await store.drafts.find(session)).toBeNull()
    for (const table of ENDED.filter(table => table !== 'Session')) expect(await fixture.rows(`SELECT 1 FROM "${table}"`)).toEqual([])
    const name = TEST_SERVER === null ? 'claims.sqlite.replaced-2026-03-01T10-00-00.000Z' : 'replaced-2026-03-01T10-00-00.000Z'
    expect(replaced).toBe(path.join(fixture.settings.dataDirectory, name))
    expect(readdirSync(fixture.settings.dataDirectory).filter(name => name.includes('restored'))).toEqual([])
    await store.close()
  })

  test('does not bring back what was deleted or taken back since, down to the bytes', async () => {
    const casework = fixture.store.casework!
    const { member } = await makeOwner(casework, fixture.time)
    const owner = actorOf(member)
    const helper = await addMember(casework, owner.organizationId, 'caseworker', 'helper', fixture.time)
    const [kept, deleted, shared] = [await makeClaim(), await makeClaim(), await makeClaim()]
    expect(await shareByCode(casework, owner, shared.session)).toEqual({ ok: true })
    const [before] = await fixture.rows<{ grant: Buffer; summary: Buffer }>('SELECT "grant", summary FROM "Case"')
    const answers = () => fixture.rows<{ answers: Buffer }>('SELECT answers FROM "Draft"')
    const atFirst = await answers()
    await backUp(fixture.settings, folder)

    await fixture.store.drafts.deleteNow(deleted.session)
    const left = await answers()
    const gone = atFirst.find(row => left.every(other => !other.answers.equals(row.answers)))
    expect(readFileSync(path.join(folder, 'claims.sqlite')).includes(gone!.answers)).toBe(true)
    await casework.shares.takeBack(shared.session, (await casework.shares.list(shared.session))![0]!.caseId)
    await casework.members.setDisabled(owner.organizationId, helper.member.id, true, 'owner')
    const { store, carried } = await restoreInto()
    expect(carried).toEqual({ drafts: 1, papers: 1, cases: 1, members: 1, olderPhrases: 0 })
    expect(await answersOf(store, kept.phrase)).toEqual(ANSWERS)
    expect(await answersOf(store, shared.phrase)).toEqual(ANSWERS)
    expect(await answersOf(store, deleted.phrase)).toBeNull()
    expect((await store.casework!.cases.find(owner, 1)).ok).toBe(false)
    expect(await fixture.rows('SELECT 1 FROM "Member" WHERE "disabledAt" IS NOT NULL')).toHaveLength(1)
    await store.close()
    expect((await answers()).map(row => row.answers.toString('hex')).sort()).toEqual(left.map(row => row.answers.toString('hex')).sort())
    // A PostgreSQL server's own write-ahead log keeps earlier bytes until the server cleans up.
    if (TEST_SERVER !== null) return
    const bytes = readFileSync(path.join(fixture.settings.dataDirectory, 'claims.sqlite'))
    for (const trace of [gone!.answers, before!.grant, before!.summary]) expect(bytes.includes(trace)).toBe(false)
  })

  test('brings deleted data back on request, and where the earlier data cannot be read', async () => {
    const { session, phrase } = await makeClaim()
    await backUp(fixture.settings, folder)
    await fixture.store.drafts.deleteNow(session)
    const first = await restoreInto(fixture.settings, { withDeleted: true })
    expect(first.carried).toBeNull()
    expect(await answersOf(first.store, phrase)).toEqual(ANSWERS)
    await first.store.close()

    if (TEST_SERVER !== null) return
    writeFileSync(path.join(fixture.settings.dataDirectory, 'claims.sqlite'), 'what a broken disk leaves')
    const second = await restoreInto(fixture.settings, { now: new Date('2026-03-02T10:00:00Z') })
    expect(second.carried).toBeNull()
    expect(readFileSync(second.replaced!, 'utf8')).toBe('what a broken disk leaves')
    expect(await answersOf(second.store, phrase)).toEqual(ANSWERS)
    await second.store.close()
  })

  test('counts the claims that an older phrase opens again', async () => {
    const { session } = await makeClaim()
    await backUp(fixture.settings, folder)
    expect((await fixture.store.drafts.setPhrase(session, 'en')).ok).toBe(true)
    const { store, carried } = await restoreInto()
    expect(carried).toMatchObject({ drafts: 0, olderPhrases: 1 })
    await store.close()
  })

  test.runIf(TEST_SERVER === null)('refuses while a server has the data open, and changes nothing', async () => {
    const { session } = await makeClaim()
    await backUp(fixture.settings, folder)
    await expect(restore(fixture.settings, folder, { withDeleted: false, now: new Date() })).rejects.toThrow(/still uses the data folder/)
    expect(await fixture.store.drafts.find(session)).toMatchObject({ answers: ANSWERS })
    expect(readdirSync(fixture.settings.dataDirectory).filter(name => /restored|replaced/.test(name))).toEqual([])
  })

  test.each([
    ['is missing', () => rmSync(path.join(folder, 'claims.sqlite')), /no backup/],
    [
      'is cut short',
      () => writeFileSync(path.join(folder, 'claims.sqlite'), readFileSync(path.join(folder, 'claims.sqlite')).subarray(0, 9_000)),
      /damaged/,
    ],
    ['is no database', () => writeFileSync(path.join(folder, 'claims.sqlite'), 'x'.repeat(9_000)), /damaged/],
    [
      'has another key',
      () => writeFileSync(fixture.settings.keyFile, Buffer.alloc(32, 7).toString('base64')),
      /belongs to another database/,
    ],
    ['has no key', () => renameSync(fixture.settings.keyFile, `${fixture.settings.keyFile}.lost`), /key file .* is missing/],
    [
      'is of a later release',
      () => changeCopy("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '29990101000000_later')"),
      /later release/,
    ],
    ['is for training', () => changeCopy("UPDATE Installation SET purpose = 'training'"), /training data, not claims/],
  ])('refuses a copy that %s, and leaves the data as it is', async (_what, spoil, message) => {
    await makeClaim()
    await backUp(fixture.settings, folder)
    await fixture.store.close()
    const file = path.join(fixture.settings.dataDirectory, 'claims.sqlite')
    // Bytes 18 and 19 of the header may differ, since the journal's kind is read from them, and so may the change counters.
    const state = () => (TEST_SERVER === null ? readFileSync(file).subarray(100) : fixture.rows('SELECT * FROM "Draft", "Exhibit"'))
    const before = await state()
    spoil()
    await expect(restore(fixture.settings, folder, { withDeleted: false, now: new Date() })).rejects.toThrow(message)
    expect(await state()).toEqual(before)
    expect(readdirSync(fixture.settings.dataDirectory).filter(name => /restored|replaced/.test(name))).toEqual([])
  })

  const changeCopy = (sql: string) => {
    const copy = new Database(path.join(folder, 'claims.sqlite'))
    copy.exec(sql)
    copy.close()
  }

  test('handles every table: it carries the rows over, ends them or leaves them', async () => {
    const tables = await fixture.rows<{ name: string }>(
      TEST_SERVER === null
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    )
    expect([...CARRIED, ...ENDED, ...LEFT].sort()).toEqual(tables.map(({ name }) => name).sort())
  })
})

describe.runIf(TEST_SERVER !== null)('data of a PostgreSQL server', () => {
  const rowsOf = async (rows: Fixture['rows']): Promise<Record<string, unknown[]>> => {
    const tables = [...CARRIED, ...LEFT].filter(table => table !== '_prisma_migrations')
    return Object.fromEntries(
      await Promise.all(tables.map(async table => [table, await rows(`SELECT * FROM "${table}" ORDER BY 1, 2`)] as const)),
    )
  }
  const asked = { withDeleted: false, now: new Date('2026-03-01T10:00:00Z') }

  test('is restored on another server and on SQLite with every value unchanged', async () => {
    const casework = fixture.store.casework!
    const owner = actorOf((await makeOwner(casework, fixture.time)).member)
    const { session, phrase } = await makeClaim()
    expect(await shareByCode(casework, owner, session)).toEqual({ ok: true })
    await fixture.rows(
      'INSERT INTO "Suggestion" (id, "draftId", "memberId", content, part, "createdAt", taken) SELECT \'s\', id, \'m\', ?, \'story\', \'2026-03-01 10:00:00.1\', true FROM "Draft"',
      Buffer.from([0, 255]),
    )
    await backUp(fixture.settings, folder)
    const before = await rowsOf(fixture.rows)

    const sqlite = { ...fixture.settings, dataDirectory: path.join(path.dirname(folder), 'data'), databaseUrl: null }
    expect(await restore(sqlite, folder, asked)).toEqual({ claims: 1, carried: null, replaced: null })
    const local = await openStore(sqlite)
    expect(await answersOf(local, phrase)).toEqual(ANSWERS)
    await local.close()
    expect(await restore(sqlite, folder, asked)).toMatchObject({ claims: 1 })
    await backUp(sqlite, `${folder}-sqlite`)

    const server = await startTestPostgres()
    const other = { ...fixture.settings, databaseUrl: server.url }
    expect(await restore(other, `${folder}-sqlite`, asked)).toEqual({ claims: 1, carried: null, replaced: null })
    const client = new Client({ connectionString: server.url })
    await client.connect()
    expect(await rowsOf(async <Row>(sql: string) => (await client.query(sql)).rows as Row[])).toEqual(before)
    await client.end()
    const moved = await openStore(other)
    expect(await moved.drafts.find(session)).toBeNull()
    expect(await answersOf(moved, phrase)).toEqual(ANSWERS)
    expect((await moved.casework!.cases.find(owner, 1)).ok).toBe(true)
    await moved.drafts.create({ answers: {}, language: 'en' })
    await moved.close()
    server.stop()
  })

  test('is kept as a backup when it is replaced, and a running server goes on with the restored data', async () => {
    const { session, phrase } = await makeClaim()
    await backUp(fixture.settings, folder)
    const newer = await makeClaim('Escrito más tarde')
    const { claims, carried, replaced } = await restore(fixture.settings, folder, asked)
    expect({ claims, carried }).toEqual({ claims: 1, carried: { drafts: 0, papers: 0, cases: 0, members: 0, olderPhrases: 0 } })
    expect(await fixture.store.drafts.find(session)).toBeNull()
    expect(await answersOf(fixture.store, phrase)).toEqual(ANSWERS)
    expect(await answersOf(fixture.store, newer.phrase)).toBeNull()

    await restore(fixture.settings, replaced!, { withDeleted: true, now: new Date('2026-03-02T10:00:00Z') })
    expect(await answersOf(fixture.store, newer.phrase)).toMatchObject({ story: { value: { circumstances: 'Escrito más tarde' } } })
  })

  test('is not backed up from another release, and a refused backup leaves nothing half-made', async () => {
    await fixture.rows(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%calendar'`)
    await expect(backUp(fixture.settings, folder)).rejects.toThrow(/of another release/)
    expect(readdirSync(path.dirname(folder))).toEqual([])
  })
})
