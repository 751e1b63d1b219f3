import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { openStore } from '../store.server.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const CONTENT = { answers: { names: { value: { firstName: 'Rosa' } } }, language: 'es' } as const

let fixture: Fixture
beforeEach(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.end())

const drafts = () => fixture.store.drafts
const purge = () => fixture.store.purge
const passDays = (days: number) => (fixture.time += days * DAY_MS)
const create = async () => (await drafts().create(CONTENT)).session
const draftCount = async () => Number((await fixture.rows<{ count: number | string }>('SELECT count(*) AS count FROM "Draft"'))[0]!.count)

/** Runs the purge once an hour, as a server does; returns how many drafts were deleted. */
async function hours(count: number, run = purge().run): Promise<number> {
  let gone = 0
  for (let hour = 0; hour < count; hour++) {
    fixture.time += HOUR_MS
    gone += (await run('hour')).drafts
  }
  return gone
}

describe('a gap since the purge last ran', () => {
  test('of 30 days is taken for a server that was switched off, and the purge runs as usual', async () => {
    await purge().run()
    await create()
    passDays(30)
    expect(await fixture.store.waiting()).toEqual([])
    expect(await purge().run()).toEqual({ drafts: 1, cases: 0, sessions: 1 })
  })

  test('of more days makes the purge wait for 72 hours of running, end only sessions, and say why', async () => {
    await create()
    await purge().run()
    passDays(100)
    expect(await purge().run()).toEqual({ drafts: 0, cases: 0, sessions: 1 })
    expect(await hours(71)).toBe(0)
    const [line, ...more] = await fixture.store.waiting()
    expect(more).toEqual([])
    expect(line).toContain('over 30 days before')
    expect(line).toContain('72 hours (71 so far)')
    expect(line).toContain('npm run purge -- --clock-is-right')
    expect(await draftCount()).toBe(1)
    expect(await hours(1)).toBe(1)
    expect(await fixture.store.waiting()).toEqual([])
  })

  test('is waited for in hours of running, which restarts keep and which a further jump of the clock resets', async () => {
    await create()
    passDays(100)
    await hours(70)
    const restarted = await openStore(fixture.settings, () => fixture.time)
    try {
      for (let call = 0; call < 10; call++) await restarted.purge.run('command')
      expect(await hours(1, restarted.purge.run)).toBe(0)
      passDays(100)
      expect(await hours(71, restarted.purge.run)).toBe(0)
      expect(await hours(1, restarted.purge.run)).toBe(1)
    } finally {
      await restarted.close()
    }
  })

  test('is waited for as long by two servers that share a database as by one', async () => {
    await create()
    passDays(100)
    const other = await openStore(fixture.settings, () => fixture.time)
    try {
      for (let hour = 0; hour < 70; hour++) {
        await hours(1)
        await other.purge.run('hour')
      }
      expect(await draftCount()).toBe(1)
      expect(await hours(2)).toBe(1)
    } finally {
      await other.close()
    }
  })

  test('ends when an operator says that the clock is right', async () => {
    await create()
    passDays(100)
    expect((await purge().run('clock-is-right')).drafts).toBe(1)
    expect(await fixture.store.waiting()).toEqual([])
  })
})

test('a clock that was ahead for a while deletes no claim, and the phrase opens the claim in between', async () => {
  const session = await create()
  const made = await drafts().setPhrase(session, 'es')
  await purge().run()
  passDays(100)
  expect(await hours(2)).toBe(0)
  expect(await drafts().openByPhrase(made.ok ? made.phrase.text : '', 'address')).toMatchObject({ ok: true })
  passDays(-100)
  expect(await drafts().openByPhrase(made.ok ? made.phrase.text : '', 'address')).toMatchObject({ ok: true })
})

describe('a clock behind what is stored', () => {
  test('makes the purge wait for 72 hours of running, and afterwards not again for the same rows', async () => {
    await purge().run()
    await create()
    passDays(20)
    await create()
    passDays(-18)
    expect(await fixture.store.waiting()).toEqual([expect.stringContaining('something stored is of a later time') as string])
    expect(await hours(71)).toBe(0)
    expect(await hours(1)).toBe(1)
    expect(await fixture.store.waiting()).toEqual([])
    expect(await hours(5)).toBe(0)
    expect(await draftCount()).toBe(1)
    passDays(20)
    expect(await hours(1)).toBe(1)
  })

  test('by a minute is taken for the clock of another server', async () => {
    await create()
    fixture.time -= 60_000
    expect(await fixture.store.waiting()).toEqual([])
  })
})

test('a preview counts what would be deleted, by reason and day, and deletes nothing', async () => {
  const [session] = [await create(), await create()]
  await drafts().setPhrase(session, 'es')
  expect(await purge().preview()).toEqual({ drafts: 0, cases: 0, lines: [] })
  const inDays = (days: number) => new Date(fixture.time + days * DAY_MS).toISOString().slice(0, 10)
  const lines = [
    { why: 'draft-without-words', day: inDays(1), count: 1 },
    { why: 'draft-with-words', day: inDays(90), count: 1 },
  ]
  passDays(91)
  for (let time = 0; time < 2; time++) expect(await purge().preview()).toEqual({ drafts: 2, cases: 0, lines })
  expect(await draftCount()).toBe(2)
})
