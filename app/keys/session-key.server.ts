import { createHash, hkdfSync, randomBytes } from 'node:crypto'

const PUBLIC_BYTES = 16
const SECRET_BYTES = 32
/** 48 bytes in base64url. */
const COOKIE = /^[\w-]{64}$/

/**
 * What a browser's session cookie says. The public half finds the session row, the secret half unwraps the data
 * key in it; the server keeps neither, only a hash of the first.
 */
export interface SessionKey {
  /** Id of the session row: SHA-256 of the public half. */
  readonly id: string
  /** Key that seals the data key in the row. */
  readonly wrapping: Buffer
}

/** A new session: its cookie value (64 characters, base64url) and what the value says. */
export function makeSessionKey(): SessionKey & { readonly cookie: string } {
  const bytes = randomBytes(PUBLIC_BYTES + SECRET_BYTES)
  return { cookie: bytes.toString('base64url'), ...fromBytes(bytes) }
}

/** Reads a cookie value; `null` where it cannot be one. */
export function findSessionKey(cookie: string | null): SessionKey | null {
  // Node decodes leniently; one session has one cookie value.
  return cookie !== null && COOKIE.test(cookie) ? fromBytes(Buffer.from(cookie, 'base64url')) : null
}

function fromBytes(bytes: Buffer): SessionKey {
  const wrapping = hkdfSync('sha256', bytes.subarray(PUBLIC_BYTES), Buffer.alloc(0), 'session', SECRET_BYTES)
  return { id: createHash('sha256').update(bytes.subarray(0, PUBLIC_BYTES)).digest('hex'), wrapping: Buffer.from(wrapping) }
}
