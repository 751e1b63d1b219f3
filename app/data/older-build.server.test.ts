import { afterEach, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from './testing/draft-fixture.ts'
import { layOlderBuild, OLDER_ANSWERS, OLDER_BUILD } from './testing/older-build.ts'
import { openStore, type Store } from './store.server.ts'

const DAY_MS = 86_400_000
const { madeAt, owner, words } = OLDER_BUILD

let database: TestDatabase
let store: Store | undefined
let time = madeAt
afterEach(async () => {
  await store?.close()
  await database.remove()
})

async function openOlder(at: number) {
  database = await makeTestDatabase()
  await layOlderBuild(database)
  time = at
  store = await openStore(database.settings, () => time)
  return store
}

async function openByWords({ drafts }: Store, name: string) {
  const opened = await drafts.openByPhrase(words[name] ?? '', 'address')
  return opened.ok ? drafts.find(opened.session) : opened.reason
}

test('every claim of an older build opens with its answers, for its survivor and for its organization', async () => {
  const store = await openOlder(madeAt + DAY_MS)
  for (const name of ['Held', 'Taken', 'Opened', 'Alone'])
    expect(await openByWords(store, name)).toMatchObject({
      answers: { filer: { value: { filer: 'victim' } }, names: { value: { firstName: name, lastName: 'Ejemplo' } } },
      language: 'es',
      hasPhrase: true,
      isHeld: name === 'Held',
    })
  const { cases, papers } = store.casework!
  expect(await cases.find(owner, 1)).toMatchObject({ ok: true, value: { answers: { names: { value: { firstName: 'Held' } } } } })
  expect(await papers.list(owner, 1)).toMatchObject({ ok: true, value: [{ title: 'Papel' }] })
  expect(await cases.find(owner, 2)).toEqual({ ok: false, reason: 'ended' })
  expect(await cases.find(owner, 3)).toMatchObject({ ok: true, value: { answers: { names: { value: { firstName: 'Staff' } } } } })
})

test('a claim of an older build holds every answer as it was stored', async () => {
  const found = await openByWords(await openOlder(madeAt + DAY_MS), 'Alone')
  expect(found).toMatchObject({ answers: OLDER_ANSWERS })
})

test('an upgrade keeps shared claims 90 days from now, and others with a phrase 90 days from their last opening', async () => {
  const before = Date.now()
  await openOlder(madeAt)
  const found = await database.rows<{ lookup: string | null; everShared: boolean | number; until: string }>(
    `SELECT lookup, "everShared", CAST("deleteAfter" AS TEXT) AS until FROM "Draft" ORDER BY "createdAt"`,
  )
  const days = found.map(({ lookup, everShared, until }) => ({
    words: lookup !== null,
    shared: Boolean(everShared),
    until: Date.parse(`${until.slice(0, 19).replace(' ', 'T')}Z`),
  }))
  const fromStart = expect.closeTo(before + 90 * DAY_MS, -6) as number
  expect(days).toEqual([
    { words: true, shared: true, until: fromStart },
    { words: true, shared: true, until: fromStart },
    { words: true, shared: false, until: madeAt + 80 * DAY_MS },
    { words: true, shared: false, until: madeAt + 40 * DAY_MS },
    { words: false, shared: true, until: Date.parse('9999-12-31T00:00:00Z') },
    { words: false, shared: false, until: madeAt + DAY_MS },
  ])
})

test('an upgraded server deletes nothing while its clock is ahead, and only overdue claims once the clock is right', async () => {
  const store = await openOlder(madeAt + 100 * DAY_MS)
  expect(await store.purge.run('hour')).toEqual({ drafts: 0, cases: 0, sessions: 6 })
  expect(await store.waiting()).toHaveLength(1)
  time = madeAt + 2 * DAY_MS
  expect(await store.waiting()).toEqual([])
  expect(await store.purge.run('hour')).toEqual({ drafts: 1, cases: 0, sessions: 0 })
})
