import { createHash } from 'node:crypto'

const BYTES = 12

/** A short text that differs when the value does (96 bits of SHA-256 of its JSON): a form says with it what it was made from. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest()
    .subarray(0, BYTES)
    .toString('base64url')
}
