import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MOST_BYTES_TOGETHER, MOST_PAPERS } from '#app/evidence/limits.ts'
import { openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
import type { ExhibitWords, ListedExhibit } from './paper-work.server.ts'
import { hasRoomOnDisk } from '../engine/disk-room.server.ts'

const WORDS: ExhibitWords = { kind: 'medical_records', title: 'Clínica Inventada' }
const BYTES = Buffer.from('%PDF-1.7 Rosa Ejemplo Muestra, Calle Inventada 12')
const PAPER = { format: 'pdf', pages: 2, bytes: BYTES } as const
const DAY_MS = 86_400_000

let fixture: Fixture
let session: string

beforeEach(async () => {
  fixture = await openFixture()
  session = (await drafts().create({ answers: {}, language: 'es' })).session
})
afterEach(() => fixture.end())

const drafts = () => fixture.store.drafts
const exhibits = () => fixture.store.exhibits
const add = async (words: ExhibitWords = WORDS, paper: Parameters<ReturnType<typeof exhibits>['add']>[2] = PAPER) => {
  const added = await exhibits().add(session, words, paper)
  if (!added.ok) throw new Error(added.reason)
  return added.id
}
const list = async (): Promise<readonly ListedExhibit[]> => (await exhibits().list(session)) ?? []
const titles = async () => (await list()).map(({ title }) => title)
const three = async () =>
  [await add({ ...WORDS, title: 'one' }), await add({ ...WORDS, title: 'two' }), await add({ ...WORDS, title: 'three' })] as const
const always = () => true
const kinds = async () => (await fixture.rows<{ kind: string }>('SELECT kind FROM "AuditEvent" ORDER BY id')).map(({ kind }) => kind)
const columns = async () =>
  (await fixture.rows<Record<'about' | 'wrappedKey' | 'content', Buffer>>('SELECT about, "wrappedKey", content FROM "Exhibit"'))[0]!

describe('the papers of a draft', () => {
  test('come back as they were attached, in order, with their bytes', async () => {
    const id = await add()
    await add({ kind: 'other', title: '' }, { format: 'png', pages: 1, bytes: Buffer.from('second') })
    expect(await list()).toEqual([
      { id, kind: 'medical_records', title: 'Clínica Inventada', format: 'pdf', pages: 2, size: BYTES.length },
      expect.objectContaining({ kind: 'other', format: 'png', size: 6 }),
    ])
    const files = await exhibits().files(session)
    expect(files?.map(file => Buffer.from(file.bytes).toString())).toEqual([BYTES.toString(), 'second'])
    expect(files?.[0]).toMatchObject({ id, ...WORDS, format: 'pdf', pages: 2 })
  })

  test('move by one place, but not beyond the ends of the list', async () => {
    const [one, , last] = await three()
    await exhibits().move(session, one, 1)
    expect(await titles()).toEqual(['two', 'one', 'three'])
    await exhibits().move(session, last, -1)
    expect(await titles()).toEqual(['two', 'three', 'one'])
    expect(await exhibits().move(session, one, 1)).toEqual({ ok: true })
    expect(await titles()).toEqual(['two', 'three', 'one'])
  })

  test('are changed only from a form that was made from the stored paper', async () => {
    const id = await add()
    expect(await exhibits().change(session, id, { kind: 'other', title: 'new' }, ({ title }) => title === WORDS.title)).toEqual({
      ok: true,
    })
    const late = await exhibits().change(session, id, { kind: 'affidavit', title: 'late' }, ({ title }) => title === WORDS.title)
    expect(late).toMatchObject({ ok: false, reason: 'conflict', current: { id, kind: 'other', title: 'new' } })
    expect(await list()).toMatchObject([{ kind: 'other', title: 'new', pages: 2, format: 'pdf' }])
  })

  test('are gone once they are removed, and new ones follow at the end', async () => {
    const [one, two] = await three()
    expect(await exhibits().remove(session, one)).toEqual({ ok: true })
    expect(await exhibits().remove(session, one)).toEqual({ ok: false, reason: 'gone' })
    expect(await exhibits().move(session, one, 1)).toEqual({ ok: false, reason: 'gone' })
    expect(await exhibits().change(session, one, WORDS, always)).toEqual({ ok: false, reason: 'gone' })
    await add({ ...WORDS, title: 'four' })
    expect(await titles()).toEqual(['two', 'three', 'four'])
    expect((await list())[0]?.id).toBe(two)
  })

  test('cannot be seen, moved or removed from another draft', async () => {
    const id = await add()
    const other = (await drafts().create({ answers: {}, language: 'en' })).session
    expect(await exhibits().list(other)).toEqual([])
    expect(await exhibits().files(other)).toEqual([])
    for (const result of [
      await exhibits().remove(other, id),
      await exhibits().move(other, id, 1),
      await exhibits().change(other, id, WORDS, always),
    ]) {
      expect(result).toEqual({ ok: false, reason: 'gone' })
    }
    expect(await list()).toHaveLength(1)
  })

  test('cannot be reached once the session has ended', async () => {
    const id = await add()
    await drafts().lock(session)
    expect(await exhibits().list(session)).toBeNull()
    expect(await exhibits().files(null)).toBeNull()
    expect(await exhibits().add(session, WORDS, PAPER)).toEqual({ ok: false, reason: 'ended' })
    expect(await exhibits().remove(session, id)).toEqual({ ok: false, reason: 'ended' })
  })

  test('count as a save, which extends the draft’s retention and makes its print outdated', async () => {
    await drafts().setPhrase(session, 'en')
    await drafts().notePrinted(session, '2026-11-23')
    const before = await drafts().find(session)
    fixture.time += 60_000
    await add()
    const after = await drafts().find(session)
    expect(after?.deleteAfter.getTime()).toBe((before?.deleteAfter.getTime() ?? 0) + 60_000)
    expect(after?.status.map(({ type }) => type)).toEqual(['PRINTED', 'ANSWER_CHANGED'])
    expect(after?.revision).toBe(before?.revision)
  })

  test('leave notes without values in the audit', async () => {
    const id = await add()
    await exhibits().change(session, id, { kind: 'other', title: 'x' }, always)
    await exhibits().move(session, id, 1)
    await exhibits().remove(session, id)
    expect(await kinds()).toEqual(['draft.created', 'exhibit.added', 'exhibit.changed', 'exhibit.moved', 'exhibit.removed'])
  })
})

describe('the bounds', () => {
  test('limit the papers, pages and bytes of a claim', async () => {
    for (let count = 0; count < MOST_PAPERS; count++) await add()
    expect(await exhibits().add(session, WORDS, PAPER)).toEqual({ ok: false, reason: 'too-many-papers' })
    expect(await exhibits().findNoRoom(session)).toBe('too-many-papers')
    session = (await drafts().create({ answers: {}, language: 'es' })).session
    for (const pages of [100, 100, 99]) await add(WORDS, { ...PAPER, pages })
    expect(await exhibits().add(session, WORDS, PAPER)).toEqual({ ok: false, reason: 'too-many-pages-together' })
    expect(await exhibits().findNoRoom(session)).toBeNull()
    session = (await drafts().create({ answers: {}, language: 'es' })).session
    const large = { ...PAPER, bytes: Buffer.alloc(MOST_BYTES_TOGETHER / 3) }
    for (let count = 0; count < 3; count++) await add(WORDS, large)
    expect(await exhibits().add(session, WORDS, PAPER)).toEqual({ ok: false, reason: 'too-much-together' })
    expect(await list()).toHaveLength(3)
  })

  test('slow down an address that attaches without end, by the table of counters', async () => {
    for (let count = 0; count < 200; count++) expect(await exhibits().countNew('one')).toEqual({ ok: true })
    expect(await exhibits().countNew('one')).toMatchObject({ ok: false })
    expect(await exhibits().countNew('two')).toEqual({ ok: true })
  })

  test('include the free room on the disk', async () => {
    expect(await hasRoomOnDisk('/', 0)).toBe(true)
    expect(await hasRoomOnDisk('/', Number.MAX_SAFE_INTEGER)).toBe(false)
    await expect(hasRoomOnDisk('/no/such/folder')).rejects.toThrow()
  })
})

describe('a sealed paper', () => {
  const parts = [...BYTES.toString().split(/[ ,]+/), ...WORDS.title.split(' '), WORDS.kind]

  test('stands readable neither in the database file nor in its log, before and after new phrases', async () => {
    const fresh = await fixture.bytes()
    await add()
    await drafts().setPhrase(session, 'es')
    await drafts().setPhrase(session, 'es')
    const bytes = await fixture.bytes()
    for (const part of parts.filter(text => text.length > 2 && !fresh.includes(text))) expect(bytes.includes(part), part).toBe(false)
    expect(bytes.includes('exhibit.added')).toBe(true)
  })

  test('opens after new phrases and in another browser, while its content stays as it was sealed', async () => {
    await add()
    const before = await columns()
    await drafts().setPhrase(session, 'es')
    const made = await drafts().setPhrase(session, 'es')
    const after = await columns()
    expect(after.content.equals(before.content)).toBe(true)
    expect(after.wrappedKey.equals(before.wrappedKey)).toBe(false)
    expect(after.about.equals(before.about)).toBe(false)
    const opened = await drafts().openByPhrase(made.ok ? made.phrase.text : '', 'address')
    const files = await exhibits().files(opened.ok ? opened.session : null)
    expect(files?.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([BYTES.toString()])
  })

  test('opens in its own row, column and draft alone', async () => {
    const [one, two] = await three()
    await fixture.rows('UPDATE "Exhibit" SET content = (SELECT content FROM "Exhibit" WHERE id = ?) WHERE id = ?', one, two)
    await expect(exhibits().files(session)).rejects.toThrow(/does not open/)
    await exhibits().remove(session, two)
    expect(await exhibits().files(session)).toHaveLength(2)
    await fixture.rows('UPDATE "Exhibit" SET about = "wrappedKey" WHERE id = ?', one)
    await expect(exhibits().list(session)).rejects.toThrow(/does not open/)
    const other = (await drafts().create({ answers: {}, language: 'en' })).session
    await fixture.rows('UPDATE "Exhibit" SET "draftId" = (SELECT id FROM "Draft" WHERE id <> "draftId" LIMIT 1)')
    await expect(exhibits().list(other)).rejects.toThrow(/does not open/)
  })

  test('is deleted with its draft, at once or after its retention', async () => {
    const count = async () => (await fixture.rows('SELECT id FROM "Exhibit"')).length
    await add()
    const beginning = (await columns()).content.subarray(0, 40)
    expect((await fixture.bytes()).includes(beginning)).toBe(true)
    await drafts().deleteNow(session)
    expect(await count()).toBe(0)
    // PostgreSQL does not promise to overwrite deleted rows.
    if (TEST_SERVER === null) expect((await fixture.bytes()).includes(beginning)).toBe(false)
    session = (await drafts().create({ answers: {}, language: 'es' })).session
    await add()
    fixture.time += 2 * DAY_MS
    await fixture.store.purge.run()
    expect(await count()).toBe(0)
  })
})
