import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const KEY_BYTES = 32

/** The key file cannot be used; the message says what to do. The server must not start. */
export class KeyError extends Error {
  override name = 'KeyError'
}

/** The master key and whether it was made just now. */
export interface MasterKey {
  readonly key: Buffer
  readonly isNew: boolean
}

/**
 * Reads the master key, or makes one where there is neither a key nor a database yet.
 * @param keyFile path of the key file: 32 random bytes in base64, readable by its owner alone
 * @param databaseExists whether a database is there that a new key could not open
 * @throws KeyError where the key is missing beside a database, damaged, or open to other users
 */
export function readOrMakeMasterKey(keyFile: string, databaseExists: boolean): MasterKey {
  if (!existsSync(keyFile)) {
    if (databaseExists) {
      throw new KeyError(
        `There is a database, but its key file ${keyFile} is missing. Without it nothing saved can be read. ` +
          'Put the key file back from your backup, or set KEY_FILE to where it is. ' +
          'Only if nothing in the database is needed any more, move the database away and start again.',
      )
    }
    mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
    const key = randomBytes(KEY_BYTES)
    writeFileSync(keyFile, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(keyFile, 0o600)
    return { key, isNew: true }
  }
  // Windows has no such bits; there the folder's own rights must do.
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new KeyError(`The key file ${keyFile} can be read by other users. Run: chmod 600 ${keyFile}`)
  }
  const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) {
    throw new KeyError(`The key file ${keyFile} is damaged. Put it back from your backup.`)
  }
  return { key, isNew: false }
}

/**
 * A key for one purpose, derived from the master key with HKDF-SHA-256, so that what seals
 * one kind of thing can never open another.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES))
}
