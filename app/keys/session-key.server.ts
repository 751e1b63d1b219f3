import { createHash, hkdfSync, randomBytes } from 'node:crypto'

const PUBLIC_BYTES = 16
const SECRET_BYTES = 32
/** 48 bytes in base64url. */
const COOKIE = /^[\w-]{64}$/

/**
 * An id and a key that are derived from the value of a session cookie. The public half finds the session's row; the secret half opens what
 * is sealed in the row. The server stores neither half, only a hash of the public one.
 */
export interface SessionKey {
  /** Id of the session row: SHA-256 of the public half. */
  readonly id: string
  /** Key from the secret half. It wraps the data key in a draft's session row, and makes the proof in a member's. */
  readonly wrapping: Buffer
}

/** Makes a session: its cookie value (64 characters, base64url), its id and its key. */
export function makeSessionKey(): SessionKey & { readonly cookie: string } {
  const bytes = randomBytes(PUBLIC_BYTES + SECRET_BYTES)
  return { cookie: bytes.toString('base64url'), ...fromBytes(bytes) }
}

/** Reads a cookie value; `null` where it cannot be one. */
export function findSessionKey(cookie: string | null): SessionKey | null {
  // Node would also decode other spellings of the same bytes; the pattern leaves one cookie value for each session.
  return cookie !== null && COOKIE.test(cookie) ? fromBytes(Buffer.from(cookie, 'base64url')) : null
}

function fromBytes(bytes: Buffer): SessionKey {
  const wrapping = hkdfSync('sha256', bytes.subarray(PUBLIC_BYTES), Buffer.alloc(0), 'session', SECRET_BYTES)
  return { id: createHash('sha256').update(bytes.subarray(0, PUBLIC_BYTES)).digest('hex'), wrapping: Buffer.from(wrapping) }
}
