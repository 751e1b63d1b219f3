import { hkdfSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { ALL_PARTS, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { allKeys, type DataKey } from '#app/keys/draft-keys.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'
import { findUnwrappedForSession } from '../drafts/draft-seals.server.ts'
import type { Drafts } from '../drafts/drafts.server.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'
import { findSessionKey } from '#app/keys/session-key.server.ts'

const ANSWERS = { names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } }, story: { value: { circumstances: 'Palabras propias' } } }
const PAPER = { bytes: new Uint8Array([1, 2, 3]), format: 'pdf', pages: 1 } as const

let fixture: Fixture
let casework: Casework
let drafts: Drafts
let owner: Actor
let stranger: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  drafts = fixture.store.drafts
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
  stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
})
afterEach(() => fixture.end())

async function openDraft() {
  const { session } = await drafts.create({ answers: ANSWERS, language: 'es' })
  await fixture.store.exhibits.add(session, { kind: 'other', title: 'Papel' }, PAPER)
  return session
}

async function shared(choice = ALL_PARTS, session?: string) {
  const opened = session ?? (await openDraft())
  expect(await shareByCode(casework, owner, opened, choice)).toEqual({ ok: true })
  return opened
}

interface Row {
  readonly id: string
  readonly keyId: number
  readonly answers: Buffer
  readonly story: Buffer | null
}
const draftRow = async () => (await fixture.rows<Row>('SELECT id, "keyId", answers, story FROM "Draft"'))[0]!

/** The draft's data key, as only the browser of the session can open it. */
async function dataKeyOf(cookie: string): Promise<DataKey> {
  const session = findSessionKey(cookie)!
  const [row] = await fixture.rows<{ draftId: string; wrappedKey: Buffer }>(
    'SELECT "draftId", "wrappedKey" FROM "Session" WHERE id = ?',
    session.id,
  )
  const { keyId } = await draftRow()
  return findUnwrappedForSession(session, { id: row!.draftId, keyId }, row!.wrappedKey)!
}

const caseIdOf = async (session: string) => (await casework.shares.list(session))?.[0]?.caseId ?? ''

describe('a claim that is shared by a code', () => {
  test('is a case of the organization whose code it is, shows what was chosen, and opens for no other organization', async () => {
    const session = await openDraft()
    const { code } = await casework.makeShareCode(owner)
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    expect(await casework.shares.findCode(code.toLowerCase().replace('-', ' '), 'address')).toEqual({
      ok: true,
      organizationName: 'Casa Ejemplo',
    })
    expect(await casework.shares.share(session, code, ALL_PARTS, 'address')).toEqual({ ok: true })
    expect(await casework.cases.find(owner, 1)).toMatchObject({
      ok: true,
      value: {
        answers: ANSWERS,
        language: 'es',
        parts: ['answers', 'story', 'papers'],
        mayEdit: true,
        memberIds: [owner.memberId],
        summary: { names: ['Rosa Ejemplo'] },
      },
    })
    expect(await casework.cases.find(stranger, 1)).toEqual({ ok: false, reason: 'not-found' })
  })

  test('gives no key to a story that was not shared, and says nothing of it', async () => {
    const session = await shared({ story: false, papers: false, mayEdit: false })
    const found = await casework.cases.find(owner, 1)
    expect(found).toMatchObject({
      ok: true,
      value: { answers: { names: ANSWERS.names }, parts: ['answers'], summary: { storyShared: false } },
    })
    expect(JSON.stringify(found)).not.toContain('Palabras')
    const dataKey = await dataKeyOf(session)
    const row = await draftRow()
    const place = `Draft:${row.id}:story:${row.keyId}`
    const { parts } = allKeys(dataKey)
    // The story opens with its own key, but neither with the shared key nor with one derived from it.
    expect(findOpened(parts.story!, place, row.story!)).toContain('Palabras')
    const given = parts.answers!
    for (const key of [given, Buffer.from(hkdfSync('sha256', given, Buffer.alloc(0), 'draft part: story', 32))])
      expect(findOpened(key, place, row.story!)).toBeNull()
    expect(await casework.cases.save(owner, 1, 1, { answers: {} })).toEqual({ ok: true, value: { ok: false, reason: 'read-only' } })
  })

  test('keeps the story that was not shared where the organization may fill the claim in', async () => {
    const session = await shared({ story: false, papers: false, mayEdit: true })
    const revision = (await drafts.find(session))?.revision ?? 0
    const written = { place: { value: { county: 'Fresno' } }, story: { value: { circumstances: 'not mine to write' } } }
    expect(await casework.cases.save(owner, 1, revision, { answers: { ...written, names: ANSWERS.names } })).toEqual({
      ok: true,
      value: { ok: true, revision: revision + 1 },
    })
    expect(await drafts.find(session)).toMatchObject({
      answers: { names: ANSWERS.names, place: written.place, story: ANSWERS.story },
      authors: { place: 'staff' },
    })
    // The survivor's own save shows in the organization's list at once.
    await drafts.save(session, revision + 1, { answers: { ...ANSWERS, names: { value: { firstName: 'Nueva' } } }, language: 'es' })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({ ok: true, value: { summary: { names: ['Nueva'] } } })
  })

  test('shows later saves in the organization’s list, also from a page that was opened before the sharing', async () => {
    const session = await openDraft()
    const before = (await drafts.find(session))!
    await shared(ALL_PARTS, session)
    expect(
      await drafts.save(
        session,
        before.revision,
        { answers: { ...ANSWERS, names: { value: { firstName: 'Nueva' } } }, language: 'es' },
        before,
      ),
    ).toMatchObject({ ok: true })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({ ok: true, value: { summary: { names: ['Nueva'] } } })
  })

  test('keeps the survivor’s own words from being overwritten, while the organization may change its own', async () => {
    const session = await shared()
    const answers = { ...ANSWERS, place: { value: { county: 'Fresno' } } }
    const revision = (await drafts.find(session))?.revision ?? 0
    expect(await casework.cases.save(owner, 1, revision, { answers })).toMatchObject({ value: { ok: true } })
    for (const changed of [
      { ...answers, names: { value: { firstName: 'Otra' } } },
      { place: answers.place, story: answers.story },
    ])
      expect(await casework.cases.save(owner, 1, revision + 1, { answers: changed })).toEqual({
        ok: true,
        value: { ok: false, reason: 'own-words', pages: ['names'] },
      })
    expect(
      await casework.cases.save(owner, 1, revision + 1, { answers: { ...answers, place: { value: { county: 'Kern' } } } }),
    ).toMatchObject({ value: { ok: true } })
    expect(await drafts.find(session)).toMatchObject({
      answers: { ...ANSWERS, place: { value: { county: 'Kern' } } },
      authors: { place: 'staff' },
    })
  })

  test('can be changed and taken back, and then nothing in the organization opens it or tells of it', async () => {
    const session = await shared()
    const caseId = await caseIdOf(session)
    expect(await casework.shares.change(session, caseId, { story: false, papers: true, mayEdit: true })).toBe(true)
    expect(await casework.cases.find(owner, 1)).toMatchObject({ ok: true, value: { parts: ['answers', 'papers'] } })
    expect(await casework.shares.takeBack(session, caseId)).toBe(true)
    expect(await casework.cases.find(owner, 1)).toEqual({ ok: false, reason: 'ended' })
    expect(await casework.cases.save(owner, 1, 1, { answers: {} })).toEqual({ ok: false, reason: 'ended' })
    expect(await fixture.rows('SELECT "grant", summary, "dueOn", "stateMark" FROM "Case"')).toEqual([
      { grant: null, summary: null, dueOn: null, stateMark: '' },
    ])
    expect(await fixture.rows('SELECT * FROM "CaseMark"')).toEqual([])
    expect(await casework.shares.takeBack(session, caseId)).toBe(false)
    expect(await casework.shares.list(session)).toEqual([])
    expect(await drafts.find(session)).toMatchObject({ answers: ANSWERS })
  })

  test('shows the survivor which role opened it and when, and no name', async () => {
    const session = await shared()
    await casework.cases.find(owner, 1)
    const shares = (await casework.shares.list(session)) ?? []
    expect(shares).toMatchObject([
      { organizationName: 'Casa Ejemplo', choice: ALL_PARTS, uses: [{ kind: 'case.read', role: 'owner', at: new Date(fixture.time) }] },
    ])
    expect(JSON.stringify(shares)).not.toContain(owner.memberId)
  })

  test('stays shared when its phrase is replaced, and its old keys open nothing any more', async () => {
    const session = await shared({ story: false, papers: true, mayEdit: true })
    const before = allKeys(await dataKeyOf(session)).parts.answers!
    const phrase = await drafts.setPhrase(session, 'es')
    expect(phrase.ok).toBe(true)
    expect(await casework.cases.find(owner, 1)).toMatchObject({
      ok: true,
      value: { answers: { names: ANSWERS.names }, parts: ['answers', 'papers'], hasPhrase: true },
    })
    const row = await draftRow()
    expect(findOpened(before, `Draft:${row.id}:answers:${row.keyId}`, row.answers)).toBeNull()
  })

  test('is closed everywhere when the survivor deletes it', async () => {
    const session = await shared()
    expect(await shareByCode(casework, stranger, session)).toEqual({ ok: true })
    expect(await drafts.deleteNow(session)).toBe(true)
    for (const actor of [owner, stranger]) expect(await casework.cases.find(actor, 1)).toEqual({ ok: false, reason: 'ended' })
    expect(await fixture.rows('SELECT kind FROM "CaseRecord" WHERE kind = ?', 'case.deleted')).toHaveLength(2)
  })

  test('is kept while it is shared, and for 90 days from the day on which it was taken back', async () => {
    const session = await shared()
    const caseId = await caseIdOf(session)
    const made = await drafts.setPhrase(session, 'es')
    fixture.time += 100 * 86_400_000
    expect(await fixture.store.purge.run('clock-is-right')).toMatchObject({ drafts: 0 })
    expect(await casework.cases.find(owner, 1)).toMatchObject({ ok: true })
    const opened = await drafts.openByPhrase(made.ok ? made.phrase.text : '', 'address')
    expect(await casework.shares.takeBack(opened.ok ? opened.session : '', caseId)).toBe(true)
    fixture.time += 90 * 86_400_000
    expect(await fixture.store.purge.run('clock-is-right')).toMatchObject({ drafts: 0 })
    fixture.time += 1
    expect(await fixture.store.purge.run()).toMatchObject({ drafts: 1 })
  })
})

test('a claim from before drafts had parts is sealed by parts before any of it is shared', async () => {
  const session = await openDraft()
  const dataKey = await dataKeyOf(session)
  const row = await draftRow()
  const old = (column: string, value: unknown) => seal(dataKey.key, `Draft:${row.id}:${column}:${row.keyId}`, JSON.stringify(value))
  await fixture.rows(
    'UPDATE "Draft" SET answers = ?, status = ?, language = ?, story = NULL, authors = NULL',
    old('answers', ANSWERS),
    old('status', []),
    old('language', 'es'),
  )
  expect(await drafts.find(session)).toMatchObject({ answers: ANSWERS, authors: {} })
  await shared({ story: false, papers: true, mayEdit: true }, session)
  expect(await casework.cases.find(owner, 1)).toMatchObject({
    ok: true,
    value: { answers: { names: ANSWERS.names }, parts: ['answers', 'papers'] },
  })
  const after = await draftRow()
  expect(findOpened(dataKey.key, `Draft:${row.id}:answers:${row.keyId}`, after.answers)).toBeNull()
  expect(await drafts.find(session)).toMatchObject({ answers: ANSWERS })
})

describe('a share code', () => {
  test('works once, for minutes, and only where it is the member’s latest', async () => {
    const session = await openDraft()
    const first = await casework.makeShareCode(owner)
    const second = await casework.makeShareCode(owner)
    expect(await casework.shares.share(session, first.code, ALL_PARTS, 'address')).toEqual({ ok: false, reason: 'gone' })
    fixture.time += 16 * 60_000
    expect(await casework.shares.findCode(second.code, 'address')).toEqual({ ok: true, organizationName: null })
    expect(await casework.shares.share(session, second.code, ALL_PARTS, 'address')).toEqual({ ok: false, reason: 'gone' })
    const third = await casework.makeShareCode(owner)
    expect(await casework.shares.share(session, third.code, ALL_PARTS, 'address')).toEqual({ ok: true })
    expect(await casework.shares.share(await openDraft(), third.code, ALL_PARTS, 'address')).toEqual({ ok: false, reason: 'gone' })
    const fourth = await casework.makeShareCode(owner)
    expect(await casework.shares.share(session, fourth.code, ALL_PARTS, 'address')).toEqual({ ok: false, reason: 'shared' })
  })

  test('leads nowhere where the member has no access any more, and guesses are slowed', async () => {
    const { code } = await casework.makeShareCode(stranger)
    await fixture.rows('UPDATE "Member" SET "disabledAt" = "createdAt" WHERE id = ?', stranger.memberId)
    expect(await casework.shares.findCode(code, 'address')).toEqual({ ok: true, organizationName: null })
    const answers = []
    for (let tries = 0; tries < 62; tries++) answers.push((await casework.shares.findCode('AAAAA-AAAAA', 'one address')).ok)
    expect(answers.filter(ok => !ok).length).toBeGreaterThan(0)
    expect((await fixture.bytes()).includes(code.replace('-', ''))).toBe(false)
  })
})

describe('a claim that the organization began', () => {
  const begin = () => casework.cases.create(owner, { language: 'es', about: { label: '', otherSide: [] }, answers: ANSWERS })
  /** Writes around a claim as members do: a note of their own, and a comment and a suggestion that quote the claim. */
  const writeAround = async () => {
    await casework.notes.add(owner, 1, 'Invented note')
    await casework.comments.add(owner, 1, { page: 'names', words: 'Invented comment' })
    await casework.suggestions.make(owner, 1, [{ page: 'names', entry: { value: { firstName: 'Invented' } } }])
    expect(await leftAround()).toEqual({ CaseNote: 1, CaseComment: 1, Suggestion: 1 })
  }
  const leftAround = async () => {
    const count = async (table: string) => (await fixture.rows(`SELECT 1 FROM "${table}"`)).length
    return { CaseNote: await count('CaseNote'), CaseComment: await count('CaseComment'), Suggestion: await count('Suggestion') }
  }

  test('is handed over by a phrase, stays shared until it is taken back, and cannot be handed over again', async () => {
    await begin()
    const handed = await casework.handOver.handOver(owner, 1, 'es', true)
    const phrase = handed.ok && handed.value.ok ? handed.value.phrase.text : ''
    const opened = await drafts.openByPhrase(phrase, 'elsewhere')
    const session = opened.ok ? opened.session : ''
    expect(await drafts.find(session)).toMatchObject({ answers: ANSWERS, authors: { names: 'staff', story: 'staff' }, hasPhrase: true })
    expect(await casework.cases.find(owner, 1)).toMatchObject({
      ok: true,
      value: { parts: ['answers', 'story', 'papers'], hasPhrase: true },
    })
    expect(await casework.handOver.handOver(owner, 1, 'es', true)).toEqual({ ok: true, value: { ok: false, reason: 'not-ours' } })
    const caseId = await caseIdOf(session)
    expect(await casework.shares.takeBack(session, caseId)).toBe(true)
    expect(await casework.cases.find(owner, 1)).toEqual({ ok: false, reason: 'ended' })
  })

  test('is handed over for good where the organization stops helping', async () => {
    await begin()
    await writeAround()
    const handed = await casework.handOver.handOver(owner, 1, 'en', false)
    expect(handed).toMatchObject({ ok: true, value: { ok: true } })
    expect(await casework.cases.find(owner, 1)).toEqual({ ok: false, reason: 'ended' })
    expect(await leftAround()).toEqual({ CaseNote: 1, CaseComment: 0, Suggestion: 0 })
    const opened = await drafts.openByPhrase(handed.ok && handed.value.ok ? handed.value.phrase.text : '', 'elsewhere')
    expect(opened.ok && (await casework.shares.list(opened.session))).toEqual([])
  })

  test('cannot be moved by trying codes, because tries are counted', async () => {
    await begin()
    const results = []
    for (let tried = 0; tried <= TRY_LIMITS.address.tries; tried++)
      results.push(await casework.handOver.transfer(owner, 1, `AAAAA-AAA${tried}`, 'Consent', 'address'))
    expect(results.at(0)).toEqual({ ok: true, value: { ok: false, reason: 'gone' } })
    expect(results.at(-1)).toMatchObject({ ok: true, value: { ok: false, reason: 'slow-down' } })
  })

  test('moves to another organization with a note of the consent, and no longer opens in the first', async () => {
    await begin()
    await writeAround()
    const own = await casework.makeShareCode(owner)
    expect(await casework.handOver.transfer(owner, 1, own.code, 'Consent', 'address')).toEqual({
      ok: true,
      value: { ok: false, reason: 'same' },
    })
    expect(await casework.handOver.transfer(owner, 1, 'AAAAA-AAAAA', 'Consent', 'address')).toEqual({
      ok: true,
      value: { ok: false, reason: 'gone' },
    })
    const { code } = await casework.makeShareCode(stranger)
    expect(await casework.handOver.transfer(owner, 1, code, 'Consentimiento firmado', 'address')).toEqual({ ok: true, value: { ok: true } })
    expect(await casework.cases.find(owner, 1)).toEqual({ ok: false, reason: 'ended' })
    expect(await casework.cases.find(stranger, 1)).toMatchObject({ ok: true, value: { answers: ANSWERS } })
    const kinds = (await fixture.rows<{ kind: string }>('SELECT kind FROM "CaseRecord" ORDER BY "organizationId", place')).map(
      ({ kind }) => kind,
    )
    expect(kinds.filter(kind => kind === 'case.transferred')).toHaveLength(1)
    expect(kinds.filter(kind => kind === 'case.received')).toHaveLength(1)
    // The earlier note, and the note of the consent on both sides.
    expect(await leftAround()).toEqual({ CaseNote: 3, CaseComment: 0, Suggestion: 0 })
    expect((await fixture.bytes()).includes('Consentimiento')).toBe(false)
  })
})
