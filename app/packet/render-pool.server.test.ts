import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPacket } from './render-packet.server.ts'
import { createRenderPool } from './render-pool.server.ts'

const pool = createRenderPool()
beforeAll(() => pool.warmUp())
afterAll(() => pool.close())

const order = { claim: { filer: 'victim', victim: { firstName: 'Rosa 中' } }, today: '2026-11-23', part: 'both' } as const

describe('render workers', () => {
  test('make the same bytes as a rendering in this thread', async () => {
    const [here, there] = [await renderPacket(order), await pool.render(order)]
    expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true)
    expect(there.missingGlyphs).toEqual(['U+4E2D'])
    expect(there.pages).toEqual(here.pages)
  })

  test('leave this thread free while they work', async () => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const started = performance.now()
    await Promise.all([pool.render(order), pool.render(order)])
    const took = performance.now() - started
    clearInterval(timer)
    expect(longest).toBeLessThan(took / 2)
  })

  test('pass on what went wrong', async () => {
    await expect(pool.render({ ...order, today: 'soon' })).rejects.toThrow()
  })
})
