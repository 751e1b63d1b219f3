import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeNewFile } from '#app/whole-file.server.ts'

const KEY_BYTES = 32

/** The key file cannot be used; the message says what to do. The server must not start. */
export class KeyError extends Error {
  override name = 'KeyError'
}

/**
 * Reads the master key, or makes one where there is neither a key nor a database yet.
 * @param keyFile path of the key file: 32 random bytes in base64, readable by its owner alone
 * @param databaseExists whether a database is there that a new key could not open
 * @throws KeyError where the key is missing beside a database, damaged, or open to other users
 */
export function readOrMakeMasterKey(keyFile: string, databaseExists: boolean): Buffer {
  if (!existsSync(keyFile)) {
    if (databaseExists) {
      throw new KeyError(
        `There is a database, but its key file ${keyFile} is missing. Without it nothing saved can be read. ` +
          'Put the key file back from your backup, or set KEY_FILE to where it is. ' +
          'Only if nothing in the database is needed any more, move the database away and start again.',
      )
    }
    const made = findMadeKey(keyFile)
    if (made) return made
  }
  return readMasterKey(keyFile)
}

/** Makes a key file, whole from the first moment; `null` where another server that starts at the same time was faster. */
function findMadeKey(keyFile: string): Buffer | null {
  mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
  const key = randomBytes(KEY_BYTES)
  try {
    writeNewFile(keyFile, `${key.toString('base64')}\n`)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

/**
 * Reads the master key.
 * @throws KeyError where the file is damaged or open to other users
 */
export function readMasterKey(keyFile: string): Buffer {
  // Windows has no such bits; there the folder's own rights must do.
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new KeyError(`The key file ${keyFile} can be read by other users. Run: chmod 600 ${keyFile}`)
  }
  const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) {
    throw new KeyError(`The key file ${keyFile} is damaged. Put it back from your backup.`)
  }
  return key
}

/**
 * A key for one purpose, derived from the master key with HKDF-SHA-256, so that what seals
 * one kind of thing can never open another.
 */
export function deriveKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES))
}
