import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NEW_DRAFT_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { statementsOf } from '../testing/statements-fixture.ts'
import { openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
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
const count = async (table: string) => (await fixture.rows(`SELECT * FROM "${table}"`)).length
const kinds = async () => (await fixture.rows<{ kind: string }>('SELECT kind FROM "AuditEvent" ORDER BY id')).map(row => row.kind)

test('one address may make many drafts before it has to wait, and other addresses do not wait with it', async () => {
  const { tries, seconds } = NEW_DRAFT_LIMITS.address
  for (let made = 0; made < tries; made++) expect(await drafts.countNew('library')).toEqual({ ok: true })
  const refused = await drafts.countNew('library')
  expect(refused).toMatchObject({ ok: false })
  expect(refused.ok ? 0 : refused.retryAfterSeconds).toBeGreaterThan(seconds - 60)
  expect(await drafts.countNew('elsewhere')).toEqual({ ok: true })
})

describe('a draft', () => {
  test('is found by its session cookie, and by no other', async () => {
    const session = await create()
    expect(session).toMatch(/^[\w-]{64}$/)
    expect(await drafts.find(session)).toEqual({
      draftId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      revision: 1,
      authors: {},
      answers: FIRST.answers,
      language: 'es',
      status: [],
      hasPhrase: false,
      deleteAfter: new Date(fixture.time + DAY),
      isHeld: false,
    })
    const other = `${session.slice(0, -4)}AAAA`
    for (const cookie of [null, '', 'x', session.slice(0, -1), `${session}A`, other, 'A'.repeat(64)]) {
      expect(await drafts.find(cookie)).toBeNull()
    }
  })

  test('is read with its session in one statement', async () => {
    const session = await create()
    const { transactions, statements } = await statementsOf(() => drafts.find(session))
    expect([transactions, statements.length]).toEqual([0, 1])
  })

  test('is saved from the stored revision, and its history notes the save without values', async () => {
    const session = await create()
    expect(await drafts.save(session, 1, SECOND)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
    expect(await kinds()).toEqual(['draft.created', 'draft.saved'])
  })

  test('is not overwritten by a second tab, whose save gets the stored answers and changes nothing', async () => {
    const session = await create()
    await drafts.save(session, 1, SECOND)
    const third = { answers: { story: { left: 'skipped' } }, language: 'es' } as const
    expect(await drafts.save(session, 1, third)).toEqual({
      ok: false,
      reason: 'conflict',
      conflict: { revision: 2, answers: SECOND.answers },
    })
    expect(await drafts.save(session, 3, third)).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
    expect(await kinds()).toEqual(['draft.created', 'draft.saved'])
  })

  test('takes exactly one of many saves at once', async () => {
    const session = await create()
    const results = await Promise.all(Array.from({ length: 20 }, () => drafts.save(session, 1, SECOND)))
    expect(results.filter(result => result.ok)).toEqual([{ ok: true, revision: 2 }])
    expect(await count('AuditEvent')).toBe(2)
  })

  test('records that it was printed, and whether an answer changed since', async () => {
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

describe('a save with the draft that was read before', () => {
  const PRINTED = { type: 'PRINTED', day: '2026-03-01' } as const
  const found = async (session: string) => (await drafts.find(session))!

  test('saves the same as one without, and writes to the draft alone', async () => {
    const session = await create()
    const opened = await found(session)
    const seen = () => fixture.rows('SELECT "lastSeenAt" FROM "Session"')
    const before = await seen()
    fixture.time += MINUTE
    expect(await drafts.save(session, 1, SECOND, opened)).toEqual({ ok: true, revision: 2 })
    expect(await seen()).toEqual(before)
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND, deleteAfter: new Date(fixture.time + DAY) })
    expect(await kinds()).toEqual(['draft.created', 'draft.saved'])
  })

  test('keeps an event of the draft that came in between', async () => {
    const session = await create()
    const opened = await found(session)
    await drafts.notePrinted(session, PRINTED.day)
    expect(await drafts.save(session, 1, SECOND, opened)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.find(session)).toMatchObject({ ...SECOND, status: [PRINTED, { type: 'ANSWER_CHANGED' }] })
  })

  test('keeps the longer retention of a draft that got a phrase in between', async () => {
    const session = await create()
    const opened = await found(session)
    await drafts.setPhrase(session, 'en')
    expect(await drafts.save(session, 1, SECOND, opened)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.find(session)).toMatchObject({
      ...SECOND,
      hasPhrase: true,
      deleteAfter: new Date(fixture.time + DELETE_AFTER_DAYS * DAY),
    })
  })

  test('does not overwrite a save that came in between', async () => {
    const session = await create()
    const opened = await found(session)
    await drafts.save(session, 1, SECOND)
    const third = { answers: {}, language: 'es' } as const
    expect(await drafts.save(session, 1, third, opened)).toEqual({
      ok: false,
      reason: 'conflict',
      conflict: { revision: 2, answers: SECOND.answers },
    })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
  })

  test('writes nothing once its session has ended', async () => {
    const [locked, idle] = [await create(), await create()]
    const opened = [await found(locked), await found(idle)]
    await drafts.lock(locked)
    expect(await drafts.save(locked, 1, SECOND, opened[0])).toEqual({ ok: false, reason: 'ended' })
    fixture.time += IDLE_MINUTES * MINUTE + 1
    expect(await drafts.save(idle, 1, SECOND, opened[1])).toEqual({ ok: false, reason: 'ended' })
    expect(await fixture.rows('SELECT DISTINCT revision FROM "Draft"')).toEqual([{ revision: 1 }])
  })

  test('writes to the session’s draft, even if it is given another one', async () => {
    const [session, other] = [await create(), await create()]
    const opened = await found(other)
    expect(await drafts.save(session, 1, SECOND, opened)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.find(session)).toMatchObject({ revision: 2, ...SECOND })
    expect(await drafts.find(other)).toMatchObject({ revision: 1, ...FIRST })
  })
})

describe('a session', () => {
  test('ends after the idle minutes, which begin again at each request', async () => {
    const session = await create()
    fixture.time += IDLE_MINUTES * MINUTE
    expect(await drafts.find(session)).not.toBeNull()
    fixture.time += IDLE_MINUTES * MINUTE
    expect(await drafts.save(session, 1, SECOND)).toMatchObject({ ok: true })
    fixture.time += IDLE_MINUTES * MINUTE + 1
    expect(await drafts.find(session)).toBeNull()
    expect(await drafts.save(session, 2, FIRST)).toEqual({ ok: false, reason: 'ended' })
    expect(await count('Session')).toBe(0)
  })

  test('is not kept open by requests of the page’s script, nor ended by them', async () => {
    const session = await create()
    fixture.time += 18 * MINUTE
    expect(await drafts.look(session)).toEqual({ secondsLeft: 120, hasPhrase: false })
    const draft = await drafts.find(session, 'page')
    expect(await drafts.save(session, 1, SECOND, draft ?? undefined)).toEqual({ ok: true, revision: 2 })
    expect(await drafts.look(session)).toEqual({ secondsLeft: 120, hasPhrase: false })
    await drafts.find(session)
    expect(await drafts.look(session)).toEqual({ secondsLeft: IDLE_MINUTES * 60, hasPhrase: false })
    await drafts.setPhrase(session, 'en')
    fixture.time += IDLE_MINUTES * MINUTE + 1
    // The session has ended, but its state can still be told to the survivor.
    expect(await drafts.find(session, 'page')).toBeNull()
    expect(await drafts.look(session)).toEqual({ secondsLeft: 0, hasPhrase: true })
    for (const forged of [null, 'x', `${session.slice(0, -4)}AAAA`]) expect(await drafts.look(forged)).toBeNull()
  })

  test('is not written at every view of a page', async () => {
    const session = await create()
    const seen = () => fixture.rows('SELECT "lastSeenAt" FROM "Session"')
    const before = await seen()
    fixture.time += SEEN_SECONDS * 1_000
    await drafts.find(session)
    expect(await seen()).toEqual(before)
    fixture.time += 1
    await drafts.find(session)
    expect(await seen()).not.toEqual(before)
  })

  test('ends when it is locked, while the draft stays and opens with its phrase', async () => {
    const session = await create()
    const made = await drafts.setPhrase(session, 'es')
    await drafts.lock(session)
    expect(await drafts.find(session)).toBeNull()
    expect(await drafts.setPhrase(session, 'es')).toEqual({ ok: false, reason: 'ended' })
    expect(await drafts.notePrinted(session, '2026-03-01')).toBe(false)
    expect(await drafts.deleteNow(session)).toBe(false)
    const opened = await drafts.openByPhrase(made.ok ? made.phrase.text : '', 'address')
    expect(opened.ok && (await drafts.find(opened.session))).toMatchObject(FIRST)
    expect(await kinds()).toEqual(['draft.created', 'phrase.made', 'draft.locked', 'draft.opened'])
  })
})

describe('deletion', () => {
  async function sealedAnswers(): Promise<Buffer> {
    const [row] = await fixture.rows<{ answers: Buffer }>('SELECT answers FROM "Draft"')
    return row!.answers
  }

  test('removes the draft, its sessions and its history, also from SQLite’s file', async () => {
    const session = await create()
    await drafts.setPhrase(session, 'en')
    const before = await sealedAnswers()
    await drafts.save(session, 1, SECOND)
    const after = await sealedAnswers()
    expect((await fixture.bytes()).includes(after)).toBe(true)

    expect(await drafts.deleteNow(session)).toBe(true)
    expect(await drafts.find(session)).toBeNull()
    expect([await count('Draft'), await count('Session'), await kinds()]).toEqual([0, 0, ['draft.deleted']])
    // PostgreSQL keeps old rows until it cleans up; they are ciphertext whose key is gone.
    if (TEST_SERVER === null) for (const sealed of [before, after]) expect((await fixture.bytes()).includes(sealed)).toBe(false)
  })

  test('leaves other drafts alone', async () => {
    const [session, other] = [await create(), await create()]
    await drafts.deleteNow(session)
    expect(await drafts.find(other)).toMatchObject(FIRST)
  })

  test('comes a day after the last save without a phrase, and after the stated days with one', async () => {
    const [lost, kept] = [await create(), await create()]
    const made = await drafts.setPhrase(kept, 'en')
    const phrase = made.ok ? made.phrase.text : ''
    expect(await fixture.store.purge.run()).toEqual({ drafts: 0, cases: 0, sessions: 0 })

    fixture.time += DAY + 1
    expect(await fixture.store.purge.run()).toEqual({ drafts: 1, cases: 0, sessions: 2 })
    expect(await drafts.find(lost)).toBeNull()
    const opened = await drafts.openByPhrase(phrase, 'address')
    if (!opened.ok) throw new Error(opened.reason)
    await drafts.save(opened.session, 1, SECOND)

    fixture.time += DELETE_AFTER_DAYS * DAY
    expect(await fixture.store.purge.run('clock-is-right')).toEqual({ drafts: 0, cases: 0, sessions: 1 })
    expect(await drafts.openByPhrase(phrase, 'address')).toMatchObject({ ok: true })
    fixture.time += DELETE_AFTER_DAYS * DAY
    expect((await fixture.store.purge.run('clock-is-right')).drafts).toBe(0)
    fixture.time += 1
    expect(await drafts.openByPhrase(phrase, 'address')).toEqual({ ok: false, reason: 'wrong' })
    expect((await fixture.store.purge.run()).drafts).toBe(1)
    expect([await count('Draft'), await count('Session')]).toEqual([0, 0])
    expect(await kinds()).toEqual(['draft.expired', 'draft.expired'])
  })
})
