import { randomBytes } from 'node:crypto'
import { findOpened, seal, type Sealed } from './seal.server.ts'

const KEY_BYTES = 32

/** Makes a random key for sealing. */
export const makeKey = (): Buffer => randomBytes(KEY_BYTES)

/**
 * Seals a key under another one.
 * @param place where the sealed key is stored; it opens nowhere else
 */
export function wrapKey(wrapping: Buffer, place: string, key: Buffer): Sealed {
  return new Uint8Array(seal(wrapping, place, key.toString('base64')))
}

/** Opens what {@link wrapKey} made; `null` where the wrapping key, the place or a single bit is wrong. */
export function findUnwrappedKey(wrapping: Buffer, place: string, wrapped: Uint8Array): Buffer | null {
  const text = findOpened(wrapping, place, wrapped)
  return text === null ? null : Buffer.from(text, 'base64')
}
