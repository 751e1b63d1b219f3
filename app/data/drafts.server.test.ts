import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFixture, type Fixture } from './draft-fixture.server.ts'
import { IDLE_MINUTES, SEEN_SECONDS } from './draft-session.server.ts'
import { DELETE_AFTER_DAYS } from './draft-lifetime.server.ts'
import type { Drafts } from './drafts.server.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST = { answers: { story: { value: { circumstances: 'Rosa Ejemplo first' } } }, language: 'es' } as const
const SECOND = { answers: { story: { value: { circumstances: 'Rosa Ejemplo second' } } }, language: 'en' } as const

let fixture: Fixture
let drafts: Drafts

beforeEach(async () => {
  fixture = await openFixture()
  drafts = fixture.store.drafts
})
afterEach(() => fixture.end())

const create = async () => (await drafts.create(FIRST)).session
const count = (table: string) => fixture.raw(database => database.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n
const kinds = () =>
  fixture.raw(database => database.prepare('SELECT kind FROM "AuditEvent" ORDER BY id').all() as { kind: string }[]).map(row => row.kind)

describe('a draft', () => {
  test('is found by its session cookie, and by no other', async () => {
    const session = await create()
    expect(session).toMatch(/^[\w-]{64}$/)
    expect(await drafts.find(session)).toEqual({
      draftId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      revision: 1,
      answers: FIRST.answers,
      language: 'es',
      status: [],
      hasPhrase: false,
      deleteAfter: new Date(fixture.time + DAY),
    })
    const other = `${session.slice(0, -4)}AAAA`
    for (const cookie of [null, '', 'x', session.slice(0, -1), `${session}A`, other, 'A'.repeat(64)]) {
      expect(await drafts.find(cookie)).toBeNull()
    }
  })

  test('is saved from the revision that is stored, and says so in its history without values', async () => {
    const session = await create()
    expect(await drafts.save(session, 1, SECOND)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
    expect(kinds()).toEqual(['draft.created', 'draft.saved'])
  })

  test('is not overwritten by a second tab: its save gets the stored answers and changes nothing', async () => {
    const session = await create()
    await drafts.save(session, 1, SECOND)
    const third = { answers: { story: { left: 'skipped' } }, language: 'es' } as const
    expect(await drafts.save(session, 1, third)).toEqual({ ok: false, reason: 'conflict', conflict: { revision: 2, answers: SECOND.answers } })
    expect(await drafts.save(session, 3, third)).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
    expect(kinds()).toEqual(['draft.created', 'draft.saved'])
  })

  test('takes exactly one of many saves at once', async () => {
    const session = await create()
    const results = await Promise.all(Array.from({ length: 20 }, () => drafts.save(session, 1, SECOND)))
    expect(results.filter(result => result.ok)).toEqual([{ ok: true, revision: 2 }])
    expect(count('AuditEvent')).toBe(2)
  })

  test('knows that it was printed, and whether an answer changed since', async () => {
    const session = await create()
    expect(await drafts.notePrinted(session, '2026-03-01')).toBe(true)
    const printed = { type: 'PRINTED', day: '2026-03-01' }
    await drafts.save(session, 1, FIRST)
    expect((await drafts.find(session))?.status).toEqual([printed])
    await drafts.save(session, 2, SECOND)
    await drafts.save(session, 3, FIRST)
    expect((await drafts.find(session))?.status).toEqual([printed, { type: 'ANSWER_CHANGED' }])
    await drafts.notePrinted(session, '2026-03-02')
    expect(await drafts.find(session)).toMatchObject({ revision: 4, status: [{ type: 'PRINTED', day: '2026-03-02' }] })
  })
})

describe('a session', () => {
  test('ends after idle minutes, and a request starts them anew', async () => {
    const session = await create()
    fixture.time += IDLE_MINUTES * MINUTE
    expect(await drafts.find(session)).not.toBeNull()
    fixture.time += IDLE_MINUTES * MINUTE
    expect(await drafts.save(session, 1, SECOND)).toMatchObject({ ok: true })
    fixture.time += IDLE_MINUTES * MINUTE + 1
    expect(await drafts.find(session)).toBeNull()
    expect(await drafts.save(session, 2, FIRST)).toEqual({ ok: false, reason: 'ended' })
    expect(count('Session')).toBe(0)
  })

  test('is not written for every page that is read', async () => {
    const session = await create()
    const seen = () => fixture.raw(database => database.prepare('SELECT lastSeenAt FROM "Session"').get() as { lastSeenAt: string }).lastSeenAt
    const before = seen()
    fixture.time += SEEN_SECONDS * 1_000
    await drafts.find(session)
    expect(seen()).toBe(before)
    fixture.time += 1
    await drafts.find(session)
    expect(seen()).not.toBe(before)
  })

  test('ends when it is locked; the draft stays and opens with its phrase', async () => {
    const session = await create()
    const made = await drafts.setPhrase(session, 'es')
    await drafts.lock(session)
    expect(await drafts.find(session)).toBeNull()
    expect(await drafts.setPhrase(session, 'es')).toEqual({ ok: false, reason: 'ended' })
    expect(await drafts.notePrinted(session, '2026-03-01')).toBe(false)
    expect(await drafts.deleteNow(session)).toBe(false)
    const opened = await drafts.openByPhrase(made.ok ? made.phrase.text : '', 'address')
    expect(opened.ok && (await drafts.find(opened.session))).toMatchObject(FIRST)
    expect(kinds()).toEqual(['draft.created', 'phrase.made', 'draft.locked', 'draft.opened'])
  })
})

describe('deleting', () => {
  const sealedAnswers = () => fixture.raw(database => database.prepare('SELECT answers FROM "Draft"').get() as { answers: Buffer }).answers

  test('takes the draft, its sessions and its history away, out of the file too', async () => {
    const session = await create()
    await drafts.setPhrase(session, 'en')
    const before = sealedAnswers()
    await drafts.save(session, 1, SECOND)
    const after = sealedAnswers()
    expect(fixture.bytes().includes(after)).toBe(true)

    expect(await drafts.deleteNow(session)).toBe(true)
    expect(await drafts.find(session)).toBeNull()
    expect([count('Draft'), count('Session'), kinds()]).toEqual([0, 0, ['draft.deleted']])
    for (const sealed of [before, after]) expect(fixture.bytes().includes(sealed)).toBe(false)
  })

  test('leaves other drafts alone', async () => {
    const [session, other] = [await create(), await create()]
    await drafts.deleteNow(session)
    expect(await drafts.find(other)).toMatchObject(FIRST)
  })

  test('comes by itself: without a phrase after a day, with one after the days that the page states, counted from the last save', async () => {
    const [lost, kept] = [await create(), await create()]
    const made = await drafts.setPhrase(kept, 'en')
    const phrase = made.ok ? made.phrase.text : ''
    expect(await drafts.purgeExpired()).toEqual({ drafts: 0, sessions: 0 })

    fixture.time += DAY + 1
    expect(await drafts.purgeExpired()).toEqual({ drafts: 1, sessions: 2 })
    expect(await drafts.find(lost)).toBeNull()
    const opened = await drafts.openByPhrase(phrase, 'address')
    if (!opened.ok) throw new Error(opened.reason)
    await drafts.save(opened.session, 1, SECOND)

    fixture.time += DELETE_AFTER_DAYS * DAY
    expect(await drafts.purgeExpired()).toEqual({ drafts: 0, sessions: 1 })
    expect(await drafts.openByPhrase(phrase, 'address')).toMatchObject({ ok: true })
    fixture.time += 1
    expect(await drafts.openByPhrase(phrase, 'address')).toEqual({ ok: false, reason: 'wrong' })
    expect((await drafts.purgeExpired()).drafts).toBe(1)
    expect([count('Draft'), count('Session')]).toEqual([0, 0])
    expect(kinds()).toEqual(['draft.expired', 'draft.expired'])
  })
})
