import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { actorOf } from './members.server.ts'
import { backUp } from './backup.server.ts'
import { CARRIED, ENDED, LEFT } from './carry-deletions.server.ts'
import { addMember, makeOwner, shareByCode } from './casework-fixture.server.ts'
import { openFixture, TEST_SERVER, type Fixture } from './draft-fixture.server.ts'
import { restore, type Restored } from './restore.server.ts'
import { findBehind } from './save-until-killed.server.ts'
import { makeDoors, startSaver } from './saver-process.server.ts'
import { openStore, type Store } from './store.server.ts'

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

/** A claim with a phrase, a paper and words of its own. */
async function makeClaim(words = 'Palabras propias') {
  const { session } = await fixture.store.drafts.create({
    answers: { ...ANSWERS, story: { value: { circumstances: words } } },
    language: 'es',
  })
  const made = await fixture.store.drafts.setPhrase(session, 'en')
  await fixture.store.exhibits.add(session, { kind: 'other', title: 'Papel' }, PAPER)
  return { session, phrase: made.ok ? made.phrase.text : '' }
}

/** Stops the server, restores, and opens what is there then. */
async function restoreInto(
  settings = fixture.settings,
  options: { withDeleted?: boolean; now?: Date } = {},
): Promise<Restored & { store: Store }> {
  await fixture.store.close()
  const result = restore(settings, folder, { withDeleted: false, now: new Date('2026-03-01T10:00:00Z'), ...options })
  return { ...result, store: await openStore(settings) }
}

async function answersOf(store: Store, phrase: string) {
  const opened = await store.drafts.openByPhrase(phrase, 'address')
  return opened.ok ? (await store.drafts.find(opened.session))?.answers : null
}

describe.runIf(TEST_SERVER === null)('a backup', () => {
  test('holds every claim and paper of one moment, for its owner alone, and no key', async () => {
    const { phrase } = await makeClaim()
    mkdirSync(path.join(fixture.settings.dataDirectory, 'official-forms', 'a'), { recursive: true })
    writeFileSync(path.join(fixture.settings.dataDirectory, 'official-forms', 'a', 'map-v1.json'), '{}', { mode: 0o644 })
    expect(backUp(fixture.settings, folder)).toBe(1)

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

    const elsewhere = { ...fixture.settings, dataDirectory: path.join(path.dirname(folder), 'data') }
    const { store, replaced, carried, claims } = await restoreInto(elsewhere)
    expect({ replaced, carried, claims }).toEqual({ replaced: null, carried: null, claims: 1 })
    expect(await answersOf(store, phrase)).toEqual(ANSWERS)
    expect(await fixture.rows('SELECT id FROM "Exhibit"')).toHaveLength(1)
    expect(existsSync(path.join(elsewhere.dataDirectory, 'official-forms/a/map-v1.json'))).toBe(true)
    expect(statSync(path.join(elsewhere.dataDirectory, 'claims.sqlite')).mode & 0o777).toBe(0o600)
    await store.close()
  })

  test('is one moment of the database while another process saves without a pause', async () => {
    const doors = await makeDoors(fixture.store)
    const saver = startSaver(fixture.settings, doors)
    saver.begin()
    await vi.waitFor(() => expect(saver.acknowledged('case')).toBeGreaterThan(1), 30_000)
    const revisions = []
    for (const day of ['a', 'b', 'c']) {
      await wait(50)
      backUp(fixture.settings, `${folder}-${day}`)
      const copy = await openStore({ dataDirectory: `${folder}-${day}`, keyFile: fixture.settings.keyFile })
      const { draft } = await findBehind(copy, doors)
      expect(draft?.answers).toEqual({ story: { value: `answer ${draft?.revision}` } })
      revisions.push(draft?.revision ?? 0)
      await copy.close()
    }
    expect(saver.hasFailed()).toBe(false)
    await saver.kill()
    expect(new Set(revisions).size).toBe(3)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
  })

  test('never overwrites, and leaves nothing half', async () => {
    await makeClaim()
    backUp(fixture.settings, folder)
    const before = readFileSync(path.join(folder, 'claims.sqlite'))
    expect(() => backUp(fixture.settings, folder)).toThrow(/never overwrites/)
    expect(readFileSync(path.join(folder, 'claims.sqlite'))).toEqual(before)

    const next = path.join(path.dirname(folder), 'tuesday')
    const otherKey = path.join(path.dirname(folder), 'other.key')
    writeFileSync(otherKey, Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 })
    expect(() => backUp({ ...fixture.settings, keyFile: otherKey }, next)).toThrow(/belongs to another database/)
    expect(() => backUp({ ...fixture.settings, keyFile: path.join(folder, 'none') }, next)).toThrow(/key file .* is missing/)
    expect(() => backUp({ ...fixture.settings, dataDirectory: folder + 'x' }, next)).toThrow(/no database/)
    expect(readdirSync(path.dirname(folder)).sort()).toEqual(['monday', 'other.key'])
  })
})

describe.runIf(TEST_SERVER === null)('a restore', () => {
  test('brings back what was lost, ends sessions and links, and moves the data from before aside', async () => {
    const { session, phrase } = await makeClaim()
    await makeOwner(fixture.store.casework!, fixture.time)
    await fixture.store.casework!.invitations.inviteOrganization()
    backUp(fixture.settings, folder)
    await fixture.rows('UPDATE "Draft" SET answers = zeroblob(10)')
    const { store, replaced, carried } = await restoreInto()
    expect(carried).toEqual({ drafts: 0, papers: 0, cases: 0, members: 0, olderPhrases: 0 })
    expect(await answersOf(store, phrase)).toEqual(ANSWERS)
    expect(await store.drafts.find(session)).toBeNull()
    for (const table of ENDED.filter(table => table !== 'Session')) expect(await fixture.rows(`SELECT 1 FROM "${table}"`)).toEqual([])
    expect(replaced).toBe(path.join(fixture.settings.dataDirectory, 'claims.sqlite.replaced-2026-03-01T10-00-00.000Z'))
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
    const [gone] = await fixture.rows<{ answers: Buffer }>('SELECT answers FROM "Draft" ORDER BY rowid LIMIT 1 OFFSET 1')
    backUp(fixture.settings, folder)
    expect(readFileSync(path.join(folder, 'claims.sqlite')).includes(gone!.answers)).toBe(true)

    await fixture.store.drafts.deleteNow(deleted.session)
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
    const bytes = readFileSync(path.join(fixture.settings.dataDirectory, 'claims.sqlite'))
    for (const trace of [gone!.answers, before!.grant, before!.summary]) expect(bytes.includes(trace)).toBe(false)
  })

  test('brings it back where that is asked for, and where the data from before cannot be read', async () => {
    const { session, phrase } = await makeClaim()
    backUp(fixture.settings, folder)
    await fixture.store.drafts.deleteNow(session)
    const first = await restoreInto(fixture.settings, { withDeleted: true })
    expect(first.carried).toBeNull()
    expect(await answersOf(first.store, phrase)).toEqual(ANSWERS)
    await first.store.close()

    writeFileSync(path.join(fixture.settings.dataDirectory, 'claims.sqlite'), 'what a broken disk leaves')
    const second = await restoreInto(fixture.settings, { now: new Date('2026-03-02T10:00:00Z') })
    expect(second.carried).toBeNull()
    expect(readFileSync(second.replaced!, 'utf8')).toBe('what a broken disk leaves')
    expect(await answersOf(second.store, phrase)).toEqual(ANSWERS)
    await second.store.close()
  })

  test('counts claims whose phrase is an older one again', async () => {
    const { session } = await makeClaim()
    backUp(fixture.settings, folder)
    expect((await fixture.store.drafts.setPhrase(session, 'en')).ok).toBe(true)
    const { store, carried } = await restoreInto()
    expect(carried).toMatchObject({ drafts: 0, olderPhrases: 1 })
    await store.close()
  })

  test('refuses while a server has the data open, and changes nothing', async () => {
    const { session } = await makeClaim()
    backUp(fixture.settings, folder)
    expect(() => restore(fixture.settings, folder, { withDeleted: false, now: new Date() })).toThrow(/still uses the data folder/)
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
    backUp(fixture.settings, folder)
    await fixture.store.close()
    const file = path.join(fixture.settings.dataDirectory, 'claims.sqlite')
    const before = readFileSync(file)
    spoil()
    expect(() => restore(fixture.settings, folder, { withDeleted: false, now: new Date() })).toThrow(message)
    // Reading the journal's kind from the header is all that may differ: bytes 18 and 19, and the change counters.
    expect(readFileSync(file).subarray(100)).toEqual(before.subarray(100))
    expect(readdirSync(fixture.settings.dataDirectory).filter(name => /restored|replaced/.test(name))).toEqual([])
  })

  const changeCopy = (sql: string) => {
    const copy = new Database(path.join(folder, 'claims.sqlite'))
    copy.exec(sql)
    copy.close()
  }

  test('knows of every table whether its rows are carried over, ended or left', async () => {
    const tables = await fixture.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    expect([...CARRIED, ...ENDED, ...LEFT].sort()).toEqual(tables.map(({ name }) => name).sort())
  })
})

test.runIf(TEST_SERVER !== null)('backups of PostgreSQL are its own tools’ work', () => {
  expect(() => backUp(fixture.settings, folder)).toThrow(/pg_dump/)
  expect(() => restore(fixture.settings, folder, { withDeleted: false, now: new Date() })).toThrow(/pg_restore/)
})
