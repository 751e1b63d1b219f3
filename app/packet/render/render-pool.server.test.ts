import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { longestPause } from '#app/testing/longest-pause.ts'
import { renderPacket } from './render-packet.server.ts'
import { createRenderPool } from './render-pool.server.ts'

const pool = createRenderPool()
beforeAll(() => pool.warmUp(), 60_000)
afterAll(() => pool.close())

const order = { claim: { filer: 'victim', victim: { firstName: 'Rosa 𓀀' } }, today: '2026-11-23', part: 'both' } as const

describe('render workers', () => {
  test('make the same bytes as a rendering in this thread', async () => {
    const [here, there] = [await renderPacket(order), await pool.render(order)]
    expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true)
    expect(there.missingGlyphs).toEqual(['U+13000'])
    expect(there.pages).toEqual(here.pages)
  })

  test('leave the calling thread free while they work', async () => {
    const started = performance.now()
    const longest = await longestPause(() => Promise.all([pool.render(order), pool.render(order)]))
    expect(longest).toBeLessThan((performance.now() - started) / 2)
  })

  test('pass an error on to the caller', async () => {
    await expect(pool.render({ ...order, today: 'soon' })).rejects.toThrow()
  })
})
