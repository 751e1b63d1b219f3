import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 256 bits: nobody guesses one, so it needs no slow hash. */
const SECRET_BYTES = 32
/** 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/

/** What the secret of a calendar's address says. The server keeps neither, only a hash of the secret. */
export interface CalendarKey {
  /** Id of the feed's row: SHA-256 of the secret. */
  readonly id: string
  /** Half of the key that seals the feed's proof; the other is the installation's. */
  readonly sealing: Buffer
  /** Makes the ids under which a calendar knows cases, so that two calendars do not share them. */
  readonly naming: Buffer
}

/** A new secret (43 characters, base64url) and what it says. */
export function makeCalendarKey(): CalendarKey & { readonly secret: string } {
  const bytes = randomBytes(SECRET_BYTES)
  return { secret: bytes.toString('base64url'), ...fromBytes(bytes) }
}

/** Reads a secret; `null` where a text cannot be one. */
export function findCalendarKey(secret: string): CalendarKey | null {
  if (!SECRET.test(secret)) return null
  const bytes = Buffer.from(secret, 'base64url')
  // Node decodes leniently; one feed has one address.
  return bytes.toString('base64url') === secret ? fromBytes(bytes) : null
}

function fromBytes(bytes: Buffer): CalendarKey {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), purpose, SECRET_BYTES))
  return { id: createHash('sha256').update(bytes).digest('hex'), sealing: derived('calendar-proof'), naming: derived('calendar-names') }
}
