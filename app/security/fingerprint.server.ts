import { createHash } from 'node:crypto'

const BYTES = 12

/** A short text that changes with the value (96 bits of SHA-256 of its JSON). A form carries it to say which value it was made from. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest()
    .subarray(0, BYTES)
    .toString('base64url')
}
