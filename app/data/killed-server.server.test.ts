import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTestDatabase } from './testing/draft-fixture.ts'
import { WAYS, findBehind } from './testing/save-until-killed.ts'
import { makeClaims, startSaver } from './testing/saver-process.ts'
import { openStore } from './store.server.ts'

const KILLS = 50
/** Processes that load while an earlier one saves, because loading takes longer than saving. */
const AHEAD = 3
/** Longest time that a process lives after its first saves, in milliseconds. */
const LIFE = 100

test(`killing a server ${KILLS} times during saves loses no acknowledged answer of a survivor or a caseworker`, async () => {
  const { settings, remove } = await makeTestDatabase()
  const first = await openStore(settings)
  const claims = await makeClaims(first)
  await first.close()

  const savers = Array.from({ length: AHEAD }, () => startSaver(settings, claims))
  const before = { draft: 1, case: 1 }
  for (let round = 1; round <= KILLS; round++) {
    const saver = savers.shift()!
    saver.begin()
    if (round <= KILLS - AHEAD) savers.push(startSaver(settings, claims))
    while (WAYS.some(way => saver.acknowledged(way) <= before[way])) {
      expect(saver.hasFailed()).toBe(false)
      await wait(2)
    }
    await wait(Math.random() * LIFE)
    expect(saver.hasFailed()).toBe(false)
    await saver.kill()

    const store = await openStore(settings)
    const found = await findBehind(store, claims)
    await store.close()
    let unacknowledged = 0
    for (const way of WAYS) {
      const revision = found[way]?.revision ?? 0
      expect(saver.acknowledged(way)).toBeGreaterThan(before[way])
      expect(revision).toBeGreaterThanOrEqual(saver.acknowledged(way))
      expect(found[way]?.answers).toEqual({ story: { value: `answer ${revision}` } })
      unacknowledged += revision - saver.acknowledged(way)
      before[way] = revision
    }
    // The one save in progress may have been written without being acknowledged, never more.
    expect(unacknowledged).toBeLessThanOrEqual(1)
  }
  await remove()
}, 600_000)
