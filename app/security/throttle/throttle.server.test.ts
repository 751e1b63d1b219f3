import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottle, type Throttle } from './throttle.server.ts'

const LIMITS = { address: { tries: 4, seconds: 60 }, row: { tries: 2, seconds: 600 }, everyone: { tries: 6, seconds: 30 } }

/** A table in memory with the three calls that the limiter makes. */
function createTable() {
  const rows = new Map<string, { key: string; points: number; expire: Date }>()
  return {
    rows,
    deleteMany: ({ where }: { where: { key: string; expire?: { lte: Date } } }) => {
      const row = rows.get(where.key)
      const gone = row !== undefined && (!where.expire || row.expire <= where.expire.lte)
      if (gone) rows.delete(where.key)
      return Promise.resolve({ count: Number(gone) })
    },
    upsert: ({
      where,
      create,
      update,
    }: {
      where: { key: string }
      create: { key: string; points: number; expire: Date }
      update: { points: { increment: number } }
    }) => {
      const row = rows.get(where.key)
      const next = row ? { ...row, points: row.points + update.points.increment } : create
      rows.set(where.key, next)
      return Promise.resolve(next)
    },
  }
}

let table: ReturnType<typeof createTable>
let throttle: Throttle

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
  table = createTable()
  throttle = createThrottle(table, Buffer.alloc(32, 1), LIMITS)
})
afterEach(() => void vi.useRealTimers())

const pass = { ok: true }

test('tries at one row are slowed from any address until its time is over', async () => {
  expect(await throttle.count({ address: 'a', row: 'row' })).toEqual(pass)
  expect(await throttle.count({ address: 'b', row: 'row' })).toEqual(pass)
  expect(await throttle.count({ address: 'c', row: 'row' })).toEqual({ ok: false, retryAfterSeconds: 600 })
  expect(await throttle.count({ address: 'c', row: 'other row' })).toEqual(pass)
  vi.setSystemTime(1_000_000 + 599_500)
  expect(await throttle.count({ address: 'c', row: 'row' })).toEqual({ ok: false, retryAfterSeconds: 1 })
  vi.setSystemTime(1_000_000 + 600_000)
  expect(await throttle.count({ address: 'c', row: 'row' })).toEqual(pass)
})

test('tries of all callers together are slowed, and refused tries do not count among them', async () => {
  for (let attempt = 0; attempt < 4; attempt++) expect(await throttle.count({ address: 'loud', row: null })).toEqual(pass)
  for (let attempt = 0; attempt < 9; attempt++)
    expect(await throttle.count({ address: 'loud', row: null })).toEqual({ ok: false, retryAfterSeconds: 60 })
  expect(await throttle.count({ address: 'a', row: 'x' })).toEqual(pass)
  expect(await throttle.count({ address: 'b', row: 'y' })).toEqual(pass)
  expect(await throttle.count({ address: 'c', row: 'z' })).toEqual({ ok: false, retryAfterSeconds: 30 })
  vi.setSystemTime(1_000_000 + 30_000)
  expect(await throttle.count({ address: 'c', row: 'z' })).toEqual(pass)
})

test('only the row that was opened is forgiven', async () => {
  for (const row of ['mine', 'mine', 'theirs', 'theirs']) await throttle.count({ address: row, row })
  await throttle.forgive('mine')
  expect(await throttle.count({ address: 'a', row: 'mine' })).toEqual(pass)
  expect(await throttle.count({ address: 'a', row: 'theirs' })).toMatchObject({ ok: false })
})

test('the table holds neither addresses nor rows in the clear, and the error of a broken table is passed on', async () => {
  await throttle.count({ address: '192.0.2.7', row: 'lookup of a row' })
  expect([...table.rows.keys()].join()).toMatch(/^address:[\w-]{43},row:[\w-]{43},everyone:[\w-]{43}$/)
  const broken = createThrottle({ deleteMany: () => Promise.reject(new Error('no table')) }, Buffer.alloc(32), LIMITS)
  await expect(broken.count({ address: 'a', row: null })).rejects.toThrow('no table')
})
