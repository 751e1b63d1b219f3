import { Secret, TOTP } from 'otpauth'

/** Seconds for which one code is valid (RFC 6238's recommended step, and what authenticator apps assume). */
const STEP_SECONDS = 30
const DIGITS = 6
/** Steps before and after now whose codes count, too, because clocks differ (RFC 6238, section 5.2). */
const WINDOW = 1
/** Bytes of a secret: the length of the hash's output (RFC 4226, section 4). */
const SECRET_BYTES = 20

/** A new secret of one-time codes, in base32 as people type it. */
export const makeCodeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/**
 * The address with which a phone puts a secret into its authenticator app.
 * @param label what the app shows beside the code
 */
export const codeAddress = (secret: string, label: string): string => totp(secret, label).toString()

/**
 * The time step to which a code belongs; `null` where the code is not valid now. A caller that accepts a code stores its step, and takes no
 * code of that step or an earlier one again.
 * @param now milliseconds since 1970
 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(secret, '').validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1_000 / STEP_SECONDS) + delta
}

const totp = (secret: string, label: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), label, algorithm: 'SHA1', digits: DIGITS, period: STEP_SECONDS })
