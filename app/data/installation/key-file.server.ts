import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { replaceFile, writeNewFile } from '#app/whole-file.server.ts'

const KEY_BYTES = 32

/** The key file cannot be used. The message says what to do. The server must not start. */
export class KeyError extends Error {
  override name = 'KeyError'
}

/** The content of a key file. */
export interface MasterKey {
  readonly bytes: Buffer
  /** Whether no database has been made with it yet. */
  readonly isNew: boolean
}

/**
 * Second line of a key file until its first database is made. A key without this line counts as used, also one of a release that did not
 * write the line.
 */
const NEW_LINE = 'new'

const fileOf = (key: Buffer, ...more: readonly string[]) => [key.toString('base64'), ...more, ''].join('\n')

/**
 * Reads the key file: 32 random bytes in base64, readable by its owner alone; `null` where there is none.
 * @throws KeyError where the file is damaged or open to other users
 */
export function findMasterKey(keyFile: string): MasterKey | null {
  if (!existsSync(keyFile)) return null
  // Windows has no such bits, so there the folder's own permissions must do.
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new KeyError(`The key file ${keyFile} can be read by other users. Run: chmod 600 ${keyFile}`)
  }
  const [text = '', mark] = readFileSync(keyFile, 'utf8').trim().split(/\r?\n/)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== KEY_BYTES || (mark !== undefined && mark !== NEW_LINE)) {
    throw new KeyError(`The key file ${keyFile} is damaged. Put it back from your backup.`)
  }
  return { bytes, isNew: mark === NEW_LINE }
}

/**
 * Makes a key file, whole from the first moment.
 * @returns the key; where another server that starts at the same time was faster, its key
 */
export function makeMasterKey(keyFile: string): MasterKey {
  mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
  const bytes = randomBytes(KEY_BYTES)
  try {
    writeNewFile(keyFile, fileOf(bytes, NEW_LINE))
    return { bytes, isNew: true }
  } catch (error) {
    const made = (error as NodeJS.ErrnoException).code === 'EEXIST' ? findMasterKey(keyFile) : null
    if (made) return made
    throw error
  }
}

/** Marks a key as used by a database. A key that is not new is left as it is, so its file may be read-only. */
export function markUsed(keyFile: string, { bytes, isNew }: MasterKey): void {
  if (isNew) replaceFile(keyFile, fileOf(bytes))
}
