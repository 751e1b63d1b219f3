import { createHmac } from 'node:crypto'
import type * as Argon2 from '@node-rs/argon2'
import { hashRaw } from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as MakePhrase from '#app/security/phrase/make-phrase.server.ts'
import { makePhrase } from '#app/security/phrase/make-phrase.server.ts'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import type { Drafts } from './drafts.server.ts'
import { STRETCHES_AT_ONCE, STRETCHES_WAITING } from '#app/keys/stretch.server.ts'

// Both are real. The tests only count their calls, or give them one other answer.
vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof Argon2>()
  return { ...real, hashRaw: vi.fn(real.hashRaw) }
})
vi.mock('#app/security/phrase/make-phrase.server.ts', async original => {
  const real = await original<typeof MakePhrase>()
  return { ...real, makePhrase: vi.fn(real.makePhrase) }
})

const CONTENT = { answers: { story: { value: { circumstances: 'Rosa Ejemplo' } } }, language: 'es' } as const
const WRONG = { ok: false, reason: 'wrong' }

const realHashRaw = vi.mocked(hashRaw).getMockImplementation()!

/** Holds every call of argon2 until the returned function is called. */
function holdStretching(): () => void {
  let release = () => {}
  const released = new Promise<void>(resolve => (release = resolve))
  vi.mocked(hashRaw).mockImplementation((...query) => released.then(() => realHashRaw(...query)))
  return release
}

let fixture: Fixture
let drafts: Drafts

beforeEach(async () => {
  fixture = await openFixture()
  drafts = fixture.store.drafts
})
afterEach(async () => {
  vi.mocked(hashRaw).mockImplementation(realHashRaw)
  await fixture.end()
})

async function createWithPhrase(language: 'en' | 'es' | 'zh-Hans' | 'ko' | 'vi' = 'es') {
  const { session } = await drafts.create(CONTENT)
  return { session, phrase: await setPhrase(session, language) }
}

async function setPhrase(session: string, language: Parameters<typeof makePhrase>[0] = 'es') {
  const result = await drafts.setPhrase(session, language)
  if (!result.ok) throw new Error(result.reason)
  return result.phrase
}

/** Opens a draft and reads it; throws where the phrase does not open it. */
async function open(text: string) {
  const result = await drafts.openByPhrase(text, 'address')
  if (!result.ok) throw new Error(result.reason)
  return { session: result.session, draft: await drafts.find(result.session) }
}

/** The phrase with one word replaced by another of the same list. */
function withOtherWord(text: string, place: number): string {
  const words = text.split(' ')
  return words.with(place, words[place] === 'abeja' ? 'abdomen' : 'abeja').join(' ')
}

describe('a phrase', () => {
  test.each(['en', 'es', 'zh-Hans', 'ko', 'vi'] as const)(
    'in %s opens its draft in another browser, and the first stays open',
    async language => {
      const { session, phrase } = await createWithPhrase(language)
      const { session: second, draft } = await open(phrase.text)
      expect(draft).toMatchObject({ ...CONTENT, hasPhrase: true })
      expect(second).not.toBe(session)
      expect(await drafts.find(session)).toMatchObject(CONTENT)
      expect(await drafts.save(second, 1, CONTENT)).toEqual({ ok: true, revision: 2 })
    },
  )

  test('opens its draft however it is typed', async () => {
    const { phrase } = await createWithPhrase()
    const sloppy = [
      phrase.text.toUpperCase(),
      phrase.text.normalize('NFD').replace(/\p{M}/gu, ''),
      phrase.units.map((word, index) => `${index + 1}. ${word},`).join('\n'),
    ]
    for (const text of sloppy) expect((await open(text)).draft).toMatchObject(CONTENT)
  })

  test('opens its own draft and no other', async () => {
    const [one, two] = [await createWithPhrase(), await createWithPhrase()]
    const ids = await Promise.all([one, two].map(async ({ session }) => (await drafts.find(session))?.draftId))
    expect((await open(one.phrase.text)).draft?.draftId).toBe(ids[0])
    expect((await open(two.phrase.text)).draft?.draftId).toBe(ids[1])
  })

  test('stops working at once when it is replaced, as do other browsers, and the new one works', async () => {
    const { session, phrase } = await createWithPhrase()
    const other = await open(phrase.text)
    const fresh = await setPhrase(session)
    expect(await drafts.openByPhrase(phrase.text, 'address')).toEqual(WRONG)
    expect(await drafts.find(other.session)).toBeNull()
    expect(await fixture.rows('SELECT id FROM "Session"')).toHaveLength(1)
    expect(await drafts.find(session)).toMatchObject({ ...CONTENT, revision: 1 })
    expect((await open(fresh.text)).draft).toMatchObject(CONTENT)
    expect(await drafts.save(session, 1, CONTENT)).toEqual({ ok: true, revision: 2 })
  })

  test('is not accepted where it was replaced while it was being tried', async () => {
    const { session, phrase } = await createWithPhrase()
    const release = holdStretching()
    vi.mocked(hashRaw).mockClear()
    const trying = drafts.openByPhrase(phrase.text, 'address')
    await vi.waitFor(() => expect(hashRaw).toHaveBeenCalledTimes(1))
    vi.mocked(hashRaw).mockImplementation(realHashRaw)
    await setPhrase(session)
    release()
    expect(await trying).toEqual(WRONG)
  })

  test('is looked up and stretched with keys of the installation and a random salt of its row', async () => {
    vi.mocked(hashRaw).mockClear()
    const { session, phrase } = await createWithPhrase()
    const lookup = createHmac('sha256', fixture.store.keyFor('phrase-lookup')).update(phrase.finder).digest('hex')
    expect(await fixture.rows('SELECT lookup FROM "Draft"')).toEqual([{ lookup }])
    await open(phrase.text)
    await setPhrase(session)
    const [made, tried, replaced] = vi.mocked(hashRaw).mock.calls.map(([, options]) => options?.salt?.join())
    expect(tried).toBe(made)
    expect(replaced).not.toBe(made)
    const pepper = fixture.store.keyFor('phrase-pepper')
    for (const [, options] of vi.mocked(hashRaw).mock.calls) expect(options?.secret).toEqual(pepper)
  })

  test('is made again where its finder is taken', async () => {
    const { phrase } = await createWithPhrase()
    const { session } = await drafts.create(CONTENT)
    vi.mocked(makePhrase).mockReturnValueOnce({ ...makePhrase('es'), finder: phrase.finder })
    const other = await setPhrase(session)
    expect(other.finder).not.toBe(phrase.finder)
    expect((await open(phrase.text)).draft).not.toBeNull()
    expect((await open(other.text)).draft).not.toBeNull()
  })
})

describe('a wrong phrase', () => {
  test('gets the same answer at the same cost, whatever is wrong with it', async () => {
    const { session, phrase: replaced } = await createWithPhrase()
    const phrase = await setPhrase(session)
    const tries = {
      right: phrase.text,
      'wrong secret word': withOtherWord(phrase.text, 7),
      'unknown finder': withOtherWord(phrase.text, 0),
      replaced: replaced.text,
      unreadable: `${phrase.text} rosaejemplo`,
      'wrong language': makePhrase('ko').text,
      empty: '',
    }
    for (const [name, text] of Object.entries(tries)) {
      vi.mocked(hashRaw).mockClear()
      const result = await drafts.openByPhrase(text, 'address')
      if (name === 'right') expect(result).toMatchObject({ ok: true })
      else expect(result, name).toEqual(WRONG)
      expect(hashRaw, name).toHaveBeenCalledTimes(1)
      const [, options] = vi.mocked(hashRaw).mock.lastCall ?? []
      expect(options, name).toMatchObject({ algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 })
      expect(options?.salt, name).toHaveLength(16)
    }
  })

  test('is slowed at its row, whether or not the row exists, but not at other rows from the same address', async () => {
    const { phrase } = await createWithPhrase()
    const { phrase: neighbor } = await createWithPhrase()
    for (const wrong of [withOtherWord(phrase.text, 7), withOtherWord(phrase.text, 0)]) {
      for (let attempt = 0; attempt < TRY_LIMITS.row.tries; attempt++) expect(await drafts.openByPhrase(wrong, 'shelter')).toEqual(WRONG)
      vi.mocked(hashRaw).mockClear()
      const slowed = await drafts.openByPhrase(wrong, 'shelter')
      expect(slowed).toMatchObject({ ok: false, reason: 'slow-down' })
      expect(!slowed.ok && 'retryAfterSeconds' in slowed && slowed.retryAfterSeconds).toBeGreaterThan(0)
      expect(hashRaw).not.toHaveBeenCalled()
    }
    // The right phrase is slowed, too, because its answer would tell a guesser that it is right.
    expect(await drafts.openByPhrase(phrase.text, 'elsewhere')).toMatchObject({ reason: 'slow-down' })
    expect(await drafts.openByPhrase(neighbor.text, 'shelter')).toMatchObject({ ok: true })
  })

  test('is forgiven when the right one follows', async () => {
    const { phrase } = await createWithPhrase()
    for (let round = 0; round < 2; round++) {
      for (let attempt = 1; attempt < TRY_LIMITS.row.tries; attempt++) {
        expect(await drafts.openByPhrase(withOtherWord(phrase.text, 7), `address ${round}`)).toEqual(WRONG)
      }
      expect(await drafts.openByPhrase(phrase.text, `address ${round}`)).toMatchObject({ ok: true })
    }
  })

  test('cannot fill the memory, because few are stretched at once, few wait, and the rest are refused', async () => {
    vi.mocked(hashRaw).mockClear()
    const release = holdStretching()
    const most = STRETCHES_AT_ONCE + STRETCHES_WAITING
    const early: unknown[] = []
    const tries = Array.from({ length: most + 3 }, async () => {
      const result = await drafts.openByPhrase(makePhrase('en').text, 'address')
      early.push(result)
      return result
    })
    // All tries have come by then, so that none takes a place that another gave back.
    await vi.waitFor(() => expect(early).toHaveLength(3), { timeout: 10_000 })
    expect(early).toEqual(Array.from({ length: 3 }, () => ({ ok: false, reason: 'slow-down', retryAfterSeconds: 5 })))
    expect(hashRaw).toHaveBeenCalledTimes(STRETCHES_AT_ONCE)
    release()
    const results = await Promise.all(tries)
    expect(results.filter(result => !result.ok && result.reason === 'wrong')).toHaveLength(most)
    expect(results.filter(result => !result.ok && result.reason === 'slow-down')).toHaveLength(3)
  })
})
