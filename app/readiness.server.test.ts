import { expect, test, vi } from 'vitest'
import { createReadiness } from './readiness.server.ts'

const hanging = () => new Promise<void>(() => undefined)

test('readiness follows the answers of the database', async () => {
  const check = vi
    .fn<() => Promise<void>>()
    .mockResolvedValueOnce(undefined)
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValueOnce(undefined)
  const isReady = createReadiness(check)
  expect([await isReady(), await isReady(), await isReady()]).toEqual([true, false, true])
})

test('readiness does not wait for a database that hangs, and asks it once for all callers', async () => {
  const check = vi.fn(hanging)
  const isReady = createReadiness(check, 50)
  const started = performance.now()
  expect(await Promise.all(Array.from({ length: 20 }, isReady))).toEqual(Array.from({ length: 20 }, () => false))
  expect(await isReady()).toBe(false)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(check).toHaveBeenCalledTimes(1)
})

test('readiness says yes as soon as a database that hung answers', async () => {
  let answer: () => void = () => undefined
  const isReady = createReadiness(() => new Promise<void>(resolve => (answer = resolve)), 50)
  expect(await isReady()).toBe(false)
  answer()
  expect(await isReady()).toBe(true)
})

test('readiness asks again after a while if a check never ends', async () => {
  const check = vi.fn<() => Promise<void>>().mockImplementationOnce(hanging).mockResolvedValue(undefined)
  const isReady = createReadiness(check, 20, 200)
  expect(await isReady()).toBe(false)
  await vi.waitFor(async () => expect(await isReady()).toBe(true))
  expect(check).toHaveBeenCalledTimes(2)
})
