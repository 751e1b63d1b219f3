import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findOpened, seal } from './seal.server.ts'

const key = randomBytes(32)

describe('sealed text', () => {
  test('opens with the same key at the same place, in any script', () => {
    const sealed = seal(key, 'draft:1:answers', 'Rosa Ejemplo 王小明 ខ្មែរ')
    expect(findOpened(key, 'draft:1:answers', sealed)).toBe('Rosa Ejemplo 王小明 ខ្មែរ')
    expect(sealed.includes(Buffer.from('Rosa'))).toBe(false)
  })

  test('is different bytes each time, even for the same text', () => {
    expect(seal(key, 'a', 'same')).not.toEqual(seal(key, 'a', 'same'))
  })

  test('does not open at another place, with another key, with one bit changed or cut short', () => {
    const sealed = seal(key, 'draft:1:answers', 'text')
    expect(findOpened(key, 'draft:2:answers', sealed)).toBeNull()
    expect(findOpened(randomBytes(32), 'draft:1:answers', sealed)).toBeNull()
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index]! ^= 1
      expect(findOpened(key, 'draft:1:answers', changed)).toBeNull()
    }
    expect(findOpened(key, 'draft:1:answers', sealed.subarray(0, 20))).toBeNull()
  })
})
