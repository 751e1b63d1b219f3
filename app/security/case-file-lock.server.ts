import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { findOpenedBytes, sealBytes } from '#app/keys/seal.server.ts'
import { createGate } from '#app/security/throttle/gate.server.ts'

/** First bytes of a file that is locked with a password. */
const MAGIC = Buffer.from('casefile1\n', 'ascii')
const SALT_BYTES = 16
/** argon2id as `@node-rs/argon2` numbers it; its enum has no value at run time. */
const ARGON2ID = 2
/**
 * The second recommended set of RFC 9106 (64 MiB, three passes, four lanes). It costs more than a stretched phrase does, because a person
 * chose this password, a thief of the file can try without end, and a member waits for one file only.
 */
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 } as const
const gate = createGate(2, 10)

export const isLocked = (file: Uint8Array): boolean => Buffer.from(file.subarray(0, MAGIC.length)).equals(MAGIC)

/**
 * Locks a file with a password, in a way that any installation opens: argon2id makes the key, AES-256-GCM seals.
 * @returns null where too many files are being locked already
 */
export async function lockFile(file: Uint8Array, password: string): Promise<Uint8Array | null> {
  const salt = randomBytes(SALT_BYTES)
  const key = await keyOf(password, salt)
  return key && Buffer.concat([MAGIC, salt, sealBytes(key, 'case file', file)])
}

/**
 * Opens what {@link lockFile} made; `wrong` where the password or a single bit differs, `busy` where too many files are being opened
 * already.
 */
export async function unlockFile(file: Uint8Array, password: string): Promise<Uint8Array | 'wrong' | 'busy'> {
  const salt = file.subarray(MAGIC.length, MAGIC.length + SALT_BYTES)
  if (salt.length < SALT_BYTES) return 'wrong'
  const key = await keyOf(password, salt)
  return key ? (findOpenedBytes(key, 'case file', file.subarray(MAGIC.length + SALT_BYTES)) ?? 'wrong') : 'busy'
}

async function keyOf(password: string, salt: Uint8Array): Promise<Buffer | null> {
  const made = await gate.run(() => hashRaw(password.normalize('NFKC'), { ...COST, salt }))
  return made.ok ? made.value : null
}
