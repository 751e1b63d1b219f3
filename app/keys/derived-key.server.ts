import { hkdfSync } from 'node:crypto'

const KEY_BYTES = 32

/**
 * Derives a key for one purpose from the master key with HKDF-SHA-256, so that a key that seals one kind of thing can never open another.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES))
}
