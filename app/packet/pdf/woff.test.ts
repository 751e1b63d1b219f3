import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { FAMILIES, fileOf, getFace } from './fonts.server.ts'
import { unwrapWoff } from './woff.server.ts'

describe('fonts', () => {
  test('are unwrapped without loss', () => {
    const woff = readFileSync(fileOf('Noto Sans Lao', 'regular'))
    const font = unwrapWoff(woff)
    expect(font.length).toBe(woff.readUInt32BE(16))
    expect(create(font).unitsPerEm).toBe(1000)
  })

  test('are refused when they are not WOFF', () => {
    expect(() => unwrapWoff(Buffer.from('OTTO and so on'))).toThrow('not a WOFF file')
  })

  test.each(FAMILIES)('include %s in both weights', family => {
    for (const weight of ['regular', 'strong'] as const) expect(getFace(family, weight).has(0x20), weight).toBe(true)
  })
})
