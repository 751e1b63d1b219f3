import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeOwner } from '../testing/casework-fixture.ts'
import type { OpenDatabase } from '../engine/database.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { holdWriteLock } from '../testing/hold-write-lock.ts'
import { createLeftSessions, isLeft, MOST_WAITING } from './left-sessions.server.ts'
import { IDLE_MINUTES_RANGE } from '../organizations/organizations.server.ts'
import { findSessionKey, makeSessionKey } from '#app/keys/session-key.server.ts'

/** Makes everyone who writes a session wait until the returned function is called. */
async function holdSessions({ settings: { dataDirectory, databaseUrl } }: Fixture): Promise<() => Promise<void>> {
  if (!databaseUrl) return holdWriteLock(path.join(dataDirectory, 'claims.sqlite'))
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE "Session", "StaffSession" IN EXCLUSIVE MODE')
  return () => client.end()
}

describe('a session that a quick exit left', () => {
  let fixture: Fixture
  beforeEach(async () => {
    fixture = await openFixture()
  })
  afterEach(() => fixture.end())

  const create = async () => (await fixture.store.drafts.create({ answers: {}, language: 'en' })).session
  const sessions = async () =>
    (await fixture.rows<{ id: string }>('SELECT id FROM "Session" UNION ALL SELECT id FROM "StaffSession"')).map(({ id }) => id)

  test('opens nothing while the database cannot end it, and is ended there as soon as it can be', async () => {
    const { store } = fixture
    const [draft, other] = [await create(), await create()]
    const owner = await makeOwner(store.casework!, fixture.time)
    const opened = (await store.drafts.find(draft))!
    const letGo = await holdSessions(fixture)

    store.leave(draft, owner.session)
    expect(await store.drafts.find(draft)).toBeNull()
    expect(await store.casework!.sessions.find(owner.session)).toBeNull()
    expect(await store.drafts.save(draft, 1, { answers: {}, language: 'en' })).toEqual({ ok: false, reason: 'ended' })
    expect(await store.drafts.setPhrase(draft, 'en')).toEqual({ ok: false, reason: 'ended' })
    expect(await store.drafts.find(other)).toMatchObject({ revision: 1 })
    expect(await sessions()).toHaveLength(3)

    await letGo()
    await vi.waitFor(async () => expect(await sessions()).toEqual([findSessionKey(other)?.id]), { timeout: 30_000 })
    expect(await store.drafts.find(draft)).toBeNull()
    expect(await store.drafts.find(other)).toMatchObject({ revision: 1 })
    const notes = await fixture.rows(`SELECT kind FROM "AuditEvent" WHERE "draftId" = ? AND kind = 'draft.locked'`, opened.draftId)
    expect(notes).toEqual([{ kind: 'draft.locked' }])
  })

  test('is ended in the database when the store has closed', async () => {
    const draft = await create()
    fixture.store.leave(draft, null)
    await fixture.store.close()
    expect(await sessions()).toEqual([])
  })

  test('shows nothing on a page that was waiting for the database', async () => {
    const draft = await create()
    const finding = fixture.store.drafts.find(draft)
    fixture.store.leave(draft)
    expect(await finding).toBeNull()
  })

  test('is ended by its own cookie alone', async () => {
    await create()
    fixture.store.leave(null, '', 'x'.repeat(64), makeSessionKey().cookie)
    await fixture.store.close()
    expect(await sessions()).toHaveLength(1)
  })
})

describe('a database that refuses', () => {
  const refuse = () => Promise.reject(new Error('the database is away'))
  const leaveOne = (transact: OpenDatabase['transact'], now = Date.now) => {
    const { id, cookie } = makeSessionKey()
    const leftSessions = createLeftSessions({ transact }, now)
    leftSessions.leave(cookie)
    return { id, leftSessions }
  }

  test('is asked again until it ends the session', async () => {
    const transact = vi.fn().mockImplementationOnce(refuse).mockImplementationOnce(refuse).mockResolvedValue(undefined)
    const { id } = leaveOne(transact)
    expect(isLeft(id)).toBe(true)
    await vi.waitFor(() => expect(isLeft(id)).toBe(false), { timeout: 30_000 })
    expect(transact).toHaveBeenCalledTimes(3)
  })

  test('is not asked any more when the session has ended by itself', async () => {
    let time = Date.now()
    const transact = vi.fn(refuse)
    const { id } = leaveOne(transact, () => time)
    await vi.waitFor(() => expect(transact).toHaveBeenCalledTimes(2), { timeout: 30_000 })
    expect(isLeft(id)).toBe(true)
    time += (IDLE_MINUTES_RANGE.most + 1) * 60_000
    await vi.waitFor(() => expect(isLeft(id)).toBe(false), { timeout: 30_000 })
  })

  test('is asked a last time when the store closes', async () => {
    const transact = vi.fn().mockImplementationOnce(refuse).mockResolvedValue(undefined)
    const { id, leftSessions } = leaveOne(transact)
    await vi.waitFor(() => expect(transact).toHaveBeenCalledTimes(1))
    await leftSessions.close()
    expect(isLeft(id)).toBe(false)
    expect(transact).toHaveBeenCalledTimes(2)
  })

  test('does not delay the end of the store', async () => {
    const transact = vi.fn(refuse)
    const { id, leftSessions } = leaveOne(transact)
    await vi.waitFor(() => expect(transact).toHaveBeenCalledTimes(1))
    await leftSessions.close()
    expect(transact).toHaveBeenCalledTimes(2)
    expect(isLeft(id)).toBe(true)
  })

  test('does not fill the memory, because only so many sessions wait for it', () => {
    const { id, leftSessions } = leaveOne(() => new Promise(() => undefined))
    const cookies = Array.from({ length: MOST_WAITING }, () => randomBytes(48).toString('base64url'))
    for (const cookie of cookies.slice(1)) leftSessions.leave(cookie)
    expect(isLeft(id)).toBe(true)
    leftSessions.leave(cookies[0]!)
    expect(isLeft(id)).toBe(false)
    expect(cookies.every(cookie => isLeft(findSessionKey(cookie)!.id))).toBe(true)
  })
})
