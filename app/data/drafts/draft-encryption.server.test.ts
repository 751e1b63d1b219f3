import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { allKeys, makeDataKey } from '#app/keys/draft-keys.server.ts'
import { findUnwrappedForSession, openAnswers, openColumn, sealColumn } from './draft-seals.server.ts'
import type { Drafts } from './drafts.server.ts'
import { findSessionKey } from '#app/keys/session-key.server.ts'

const TYPED = 'Rosa Ejemplo Muestra 王小明 Calle Inventada 12'
const CONTENT = { answers: { story: { value: { circumstances: TYPED } } }, language: 'zh-Hans' } as const

let fixture: Fixture
let drafts: Drafts

beforeEach(async () => {
  fixture = await openFixture()
  drafts = fixture.store.drafts
})
afterEach(() => fixture.end())

interface SessionRow {
  readonly id: string
  readonly draftId: string
  readonly wrappedKey: Buffer
}
const sessionRows = () => fixture.rows<SessionRow>('SELECT * FROM "Session" ORDER BY "createdAt"')

/** Two drafts, one after the other. */
async function createTwo() {
  const one = await drafts.create(CONTENT)
  fixture.time += 1
  return [one, await drafts.create(CONTENT)] as const
}

/** The data key that a cookie unwraps, as only its browser can. */
async function dataKeyOf(cookie: string, keyId: number): Promise<Buffer> {
  const session = findSessionKey(cookie)!
  const row = (await sessionRows()).find(({ id }) => id === session.id)!
  return findUnwrappedForSession(session, { id: row.draftId, keyId }, row.wrappedKey)!.key
}

describe('the data folder', () => {
  test('holds nothing that was typed, no phrase, no key and no cookie, and neither do the logs', async () => {
    const fresh = await fixture.bytes()
    const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map(name => vi.spyOn(console, name))
    const streams = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write'))

    const { session } = await drafts.create(CONTENT)
    const firstKey = await dataKeyOf(session, 1)
    const phrases = []
    for (const language of ['es', 'zh-Hans', 'vi'] as const) {
      const made = await drafts.setPhrase(session, language)
      if (made.ok) phrases.push(made.phrase)
    }
    await drafts.save(session, 1, CONTENT)
    await drafts.save(session, 1, CONTENT)
    const last = phrases.at(-1)?.text ?? ''
    const opened = await drafts.openByPhrase(last, 'address of a shelter')
    await drafts.openByPhrase(phrases[0]?.text ?? '', 'address of a shelter')
    await drafts.openByPhrase(`${TYPED} ${last}`, 'address of a shelter')
    await drafts.notePrinted(session, '2026-03-01')

    for (const spy of [...logs, ...streams]) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
    const bytes = await fixture.bytes()
    const cookies = [session, opened.ok ? opened.session : '']
    const keys = [firstKey, await dataKeyOf(session, 4)]
    const [{ draftId = '' } = {}] = await sessionRows()
    expect(openAnswers(allKeys({ draftId, keyId: 4, key: keys[1]! }), await sealedAnswers())).toEqual(CONTENT.answers)
    expect(phrases).toHaveLength(3)
    const secrets = [
      ...TYPED.split(' ').filter(word => word.length > 2),
      'zh-Hans',
      '2026-03-01',
      'address of a shelter',
      ...phrases.flatMap(phrase => [phrase.text, phrase.finder, phrase.secret]),
      // Digits and hexadecimal letters can occur by chance in times and ids.
      ...phrases.flatMap(phrase => phrase.units.filter(unit => unit.length > 3 && !/^[\da-f]+$/.test(unit))),
      ...cookies.flatMap(cookie => [cookie, cookie.slice(0, 20), cookie.slice(-20)]),
    ]
    for (const secret of secrets.filter(text => !fresh.includes(text))) {
      for (const form of [secret, secret.normalize('NFD')]) {
        expect(bytes.includes(form, 0, 'utf8'), secret).toBe(false)
        expect(bytes.includes(form, 0, 'utf16le'), secret).toBe(false)
      }
    }
    for (const key of [...keys, ...cookies.map(cookie => Buffer.from(cookie, 'base64url').subarray(16))]) {
      expect(key).toHaveLength(32)
      for (const form of [key, key.toString('base64'), key.toString('base64url'), key.toString('hex')])
        expect(bytes.includes(form)).toBe(false)
    }
    // Proves that the search finds what is stored readable.
    expect(bytes.includes('phrase.replaced')).toBe(true)
  })

  test('does not open a session without the secret half of its cookie', async () => {
    const { session } = await drafts.create(CONTENT)
    const bytes = Buffer.from(session, 'base64url')
    const publicHalf = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(32, 1)]).toString('base64url')
    expect(findSessionKey(publicHalf)?.id).toBe((await sessionRows())[0]?.id)
    expect(await drafts.find(publicHalf)).toBeNull()
    expect(await drafts.save(publicHalf, 1, CONTENT)).toEqual({ ok: false, reason: 'ended' })
    expect(await drafts.deleteNow(publicHalf)).toBe(false)
    expect(await drafts.find(session)).toMatchObject(CONTENT)
  })
})

async function sealedAnswers() {
  const [row] = await fixture.rows<{ answers: Buffer; story: Buffer | null }>('SELECT answers, story FROM "Draft"')
  return row!
}

describe('a sealed value', () => {
  test('opens in its own row and column and under its own key number alone', () => {
    const keys = allKeys(makeDataKey('draft-1', 1))
    const sealed = sealColumn(keys, 'status', [])
    expect(openColumn(keys, 'status', sealed)).toEqual([])
    expect(() => openColumn(keys, 'language', sealed)).toThrow(/do not open/)
    expect(() => openColumn({ ...keys, draftId: 'draft-2' }, 'status', sealed)).toThrow(/do not open/)
    expect(() => openColumn({ ...keys, keyId: 2 }, 'status', sealed)).toThrow(/do not open/)
    expect(() => openColumn(allKeys({ ...makeDataKey('draft-1', 1) }), 'status', sealed)).toThrow(/do not open/)
  })

  test('does not open in another column or row of the database', async () => {
    const [one, two] = await createTwo()
    const [first, second] = await sessionRows()
    await fixture.rows('UPDATE "Draft" SET language = answers WHERE id = ?', first?.draftId)
    await expect(drafts.find(one.session)).rejects.toThrow(/do not open/)
    await fixture.rows(
      'UPDATE "Draft" SET answers = (SELECT answers FROM "Draft" WHERE id = ?) WHERE id = ?',
      first?.draftId,
      second?.draftId,
    )
    await expect(drafts.find(two.session)).rejects.toThrow(/do not open/)
  })

  test('in a session does not open where the session points to another draft', async () => {
    const [one, two] = await createTwo()
    const [first, second] = await sessionRows()
    await fixture.rows('UPDATE "Session" SET "draftId" = ? WHERE id = ?', second?.draftId, first?.id)
    expect(await drafts.find(one.session)).toBeNull()
    await fixture.rows('UPDATE "Session" SET "draftId" = ?, "wrappedKey" = ? WHERE id = ?', first?.draftId, first?.wrappedKey, second?.id)
    expect(await drafts.find(two.session)).toBeNull()
  })

  test('under a phrase does not open where it was moved to another draft', async () => {
    const [one, two] = await createTwo()
    const made = await drafts.setPhrase(one.session, 'es')
    await drafts.setPhrase(two.session, 'es')
    const [first, second] = await sessionRows()
    await fixture.rows(
      'UPDATE "Draft" SET (salt, "wrappedKey") = (SELECT salt, "wrappedKey" FROM "Draft" WHERE id = ?) WHERE id = ?',
      first?.draftId,
      second?.draftId,
    )
    const [row] = await fixture.rows<{ lookup: string }>('SELECT lookup FROM "Draft" WHERE id = ?', first?.draftId)
    await fixture.rows('UPDATE "Draft" SET lookup = NULL WHERE id = ?', first?.draftId)
    await fixture.rows('UPDATE "Draft" SET lookup = ? WHERE id = ?', row?.lookup, second?.draftId)
    expect(await drafts.openByPhrase(made.ok ? made.phrase.text : '', 'address')).toEqual({ ok: false, reason: 'wrong' })
  })
})
