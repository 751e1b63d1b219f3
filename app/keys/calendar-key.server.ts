import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 256 random bits cannot be guessed, so the secret needs no slow hash. */
const SECRET_BYTES = 32
/** 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/

/** An id and keys that are derived from the secret in a calendar's address. The server stores the id alone. */
export interface CalendarKey {
  /** Id of the feed's row: SHA-256 of the secret. */
  readonly id: string
  /** Half of the key that seals the feed's proof; the installation has the other half. */
  readonly sealing: Buffer
  /** Makes the ids under which a calendar knows cases, so that two calendars do not share them. */
  readonly naming: Buffer
}

/** Makes a secret (43 characters, base64url) and derives its id and keys. */
export function makeCalendarKey(): CalendarKey & { readonly secret: string } {
  const bytes = randomBytes(SECRET_BYTES)
  return { secret: bytes.toString('base64url'), ...fromBytes(bytes) }
}

/** Reads a secret; `null` where a text cannot be one. */
export function findCalendarKey(secret: string): CalendarKey | null {
  if (!SECRET.test(secret)) return null
  const bytes = Buffer.from(secret, 'base64url')
  // Node decodes leniently, so several texts give the same bytes; only one of them is the feed's address.
  return bytes.toString('base64url') === secret ? fromBytes(bytes) : null
}

function fromBytes(bytes: Buffer): CalendarKey {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), purpose, SECRET_BYTES))
  return { id: createHash('sha256').update(bytes).digest('hex'), sealing: derived('calendar-proof'), naming: derived('calendar-names') }
}
