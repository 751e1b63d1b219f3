import { hashRaw } from '@node-rs/argon2'

/** argon2id as `@node-rs/argon2` numbers it; its enum has no value at run time. */
const ARGON2ID = 2

/**
 * OWASP's first set for argon2id (46 MiB, one pass, one lane):
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 * Of OWASP's equal sets this one takes the most memory, which rented graphics cards lack. The secret of a phrase is random and has 64 bits
 * or more, so a higher cost would gain little, and survivors would wait seconds on an old server. Two runs at once need 92 MiB.
 */
const COST = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1, outputLen: 32 } as const

/** Length of the salt: what argon2's specification (RFC 9106) recommends. */
export const SALT_BYTES = 16

/** How many stretches run at once: the thread pool has four threads, and files must be served meanwhile. */
export const STRETCHES_AT_ONCE = 2
/** How many stretches may wait. Each takes about a tenth of a second, so the last one waits a second or two. */
export const STRETCHES_WAITING = 20
/** Seconds after which a caller whom the queue refused may try again. */
export const STRETCH_RETRY_SECONDS = 5

/**
 * Stretches a secret with argon2id: a phrase's secret words to the key that wraps a draft's data key, a member's password to its stored
 * hash.
 * @param secret the secret words or the password, in their plain form
 * @param salt random bytes of the row
 * @param pepper a key of the installation, so that a stolen database without its key file does not even allow guessing
 * @returns 32 bytes
 */
export function stretch(secret: string, salt: Uint8Array, pepper: Buffer): Promise<Buffer> {
  return hashRaw(secret, { ...COST, salt, secret: pepper })
}
