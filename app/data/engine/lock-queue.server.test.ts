import { setImmediate as turn } from 'node:timers/promises'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openFixture, TEST_SERVER } from '../testing/draft-fixture.ts'
import { holdWriteLock } from '../testing/hold-write-lock.ts'
import { createLockQueue } from './lock-queue.server.ts'

const isBusy = (error: unknown) => (error as Error).message === 'busy'

describe('work that meets a lock', () => {
  test('is done in the order in which it came once the lock is free, and meanwhile only the first of it tries', async () => {
    const waitForLock = createLockQueue(isBusy, 60_000)
    let held = true
    const done: number[] = []
    const runs = [1, 2, 3].map(number =>
      vi.fn(() => {
        if (held) return Promise.reject(new Error('busy'))
        done.push(number)
        return Promise.resolve(number)
      }),
    )
    const results = Promise.all(runs.map(run => waitForLock(run)))
    await vi.waitFor(() => expect(runs[0]!.mock.calls.length).toBeGreaterThan(5), { timeout: 30_000 })
    expect(runs.slice(1).map(run => run.mock.calls.length)).toEqual([1, 1])
    held = false
    expect(await results).toEqual([1, 2, 3])
    expect(done).toEqual([1, 2, 3])
  })

  test('is given up with its error after a while, and so is the work behind it', async () => {
    const waitForLock = createLockQueue(isBusy, 20)
    const run = () => Promise.reject(new Error('busy'))
    expect(await Promise.allSettled([waitForLock(run), waitForLock(run)])).toEqual(
      [1, 2].map(() => ({ status: 'rejected', reason: new Error('busy') })),
    )
    expect(await waitForLock(() => Promise.resolve('free'))).toBe('free')
  })

  test('fails at once with any other error', async () => {
    const waitForLock = createLockQueue(isBusy, 60_000)
    const run = vi.fn(() => Promise.reject(new Error('broken')))
    await expect(waitForLock(run)).rejects.toThrow('broken')
    expect(run).toHaveBeenCalledTimes(1)
  })
})

test.runIf(TEST_SERVER === null)(
  'while another process has SQLite’s write lock, pages are read, saves wait, and no save is lost',
  async () => {
    const { store, settings, end } = await openFixture()
    const content = (words: string) => ({ answers: { story: { value: words } }, language: 'en' as const })
    const drafts = await Promise.all(['one', 'two', 'three'].map(words => store.drafts.create(content(words))))
    const order: string[] = []
    const letGo = await holdWriteLock(path.join(settings.dataDirectory, 'claims.sqlite'))

    const saves = Promise.all(
      drafts.map(async ({ session }) => {
        const saved = await store.drafts.save(session, 1, content('changed'))
        order.push('saved')
        return saved
      }),
    )
    for (let turns = 0; turns < 100; turns++) await turn()
    order.push('others went on')
    for (const { session } of drafts) order.push(`read ${JSON.stringify((await store.drafts.find(session))?.revision)}`)
    await store.checkHealth()
    order.push('let go')
    await letGo()

    expect(await saves).toEqual(drafts.map(() => ({ ok: true, revision: 2 })))
    expect(order).toEqual(['others went on', 'read 1', 'read 1', 'read 1', 'let go', 'saved', 'saved', 'saved'])
    for (const { session } of drafts) expect(await store.drafts.find(session)).toMatchObject({ revision: 2, ...content('changed') })
    await end()
  },
)
