import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '#app/data/testing/draft-fixture.ts'
import { openStore, type Store } from '#app/data/store.server.ts'
import { startClaim } from '#app/features/claim/start/start-claim.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { practice } from './practice.server.ts'

let database: TestDatabase
let store: Store
let services: Services

beforeEach(async () => {
  database = await makeTestDatabase({ migrated: true })
  store = await openStore({ ...database.settings, purpose: 'training' })
  services = {
    drafts: store.drafts,
    checkSession: { find: () => null },
    today: () => '2026-11-23',
    training: { erase: store.deletePractice },
  } as unknown as Services
})
afterEach(async () => {
  await store.close()
  await database.remove()
})

/** A browser with its own cookies. */
function browser() {
  const jar = new Map<string, string>()
  const send = async (answer: (request: Request) => ReturnType<typeof startClaim>, fields: Readonly<Record<string, string>>) => {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await answer(
      new Request('http://localhost/training', { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie } }),
    )
    if (!(response instanceof Response)) throw new Error('no claim was made')
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return jar.get(COOKIE_NAMES.draft) ?? ''
  }
  return {
    jar,
    open: (person: string) => send(request => practice(services, request), { person }),
    begin: () => send(request => startClaim(services, request, 'here'), {}),
    erase: () => send(request => practice(services, request), { intent: 'reset' }),
    useSession: (session: string) => jar.set(COOKIE_NAMES.draft, session),
  }
}

const isThere = async (session: string) => (await store.drafts.find(session)) !== null

describe('erasing practice claims', () => {
  test('erases every claim that this browser began, and none of another browser', async () => {
    const [mine, other] = [browser(), browser()]
    const begun = [await mine.begin(), await mine.open('half-way'), await mine.open('late-filing')]
    const others = [await other.open('half-way'), await other.open('just-begun')]
    await mine.erase()
    expect(await Promise.all(begun.map(isThere))).toEqual([false, false, false])
    expect(await Promise.all(others.map(isThere))).toEqual([true, true])
    expect([...mine.jar]).toEqual([])
    await mine.erase()
    expect(await Promise.all(others.map(isThere))).toEqual([true, true])
  })

  test('erases the claim that is open in this browser, wherever it was begun', async () => {
    const [mine, other] = [browser(), browser()]
    const [carried, left] = [await other.open('half-way'), await other.open('just-begun')]
    mine.useSession(carried)
    await mine.erase()
    expect([await isThere(carried), await isThere(left)]).toEqual([false, true])
  })

  test('erases nothing for a forged cookie', async () => {
    const [mine, other] = [browser(), browser()]
    const kept = await other.open('half-way')
    for (const forged of ['', '%', '..', "' OR 1=1 --", 'a'.repeat(4_000)]) {
      mine.jar.set(COOKIE_NAMES.practice, forged)
      await mine.erase()
    }
    expect(await isThere(kept)).toBe(true)
  })
})

test('a real claim leaves no list of claims in the browser', async () => {
  services = { ...services, training: null }
  const mine = browser()
  await mine.begin()
  expect([...mine.jar.keys()]).toEqual([COOKIE_NAMES.draft])
})
