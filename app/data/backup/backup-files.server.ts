import { chmodSync, cpSync, existsSync, fsyncSync, closeSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Purpose, Settings } from '#app/settings.server.ts'
import { findMasterKey, KeyError, opensCanary, purposeError } from '#app/data/installation/index.server.ts'

/** A backup that cannot be made or restored. The message says why and what to do. Nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** Name of the database in a data folder and in a backup. */
export const DATABASE_FILE = 'claims.sqlite'
/** Files that SQLite keeps beside a database. They would damage a database that they do not belong to. */
export const LOGS = ['-wal', '-shm', '-journal']
/** Folder in a data folder with the official form that an operator brought, and its maps. It holds no claim. */
export const FORMS_FOLDER = 'official-forms'

/** The settings that a backup needs of an installation. */
export type Installed = Pick<Settings, 'dataDirectory' | 'keyFile' | 'databaseUrl'>

/**
 * The master key, which a backup never holds.
 * @throws KeyError
 */
export function readKeyBeside(keyFile: string): Buffer {
  const key = findMasterKey(keyFile)
  if (!key)
    throw new KeyError(
      `The key file ${keyFile} is missing. Without it no copy can be read. Put it back from where you keep it, or set KEY_FILE to where it is.`,
    )
  return key.bytes
}

/**
 * Proves that a database is whole, is for claims, and opens with the key.
 * @param file a copy that no other process uses
 * @returns how many claims it holds
 * @throws BackupError, KeyError, PurposeError
 */
export function checkCopy(file: string, master: Buffer, keyFile: string): number {
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true, fileMustExist: true })
    const verdict = database.pragma('integrity_check(1)', { simple: true })
    const loose = database.pragma('foreign_key_check') as unknown[]
    const installation = database.prepare('SELECT canary, purpose FROM Installation').get() as
      { canary: Buffer; purpose: Purpose } | undefined
    if (verdict !== 'ok' || loose.length > 0 || !installation)
      throw new BackupError(`The copy of the database is damaged: ${path.dirname(file)}`)
    if (installation.purpose !== 'claims') throw purposeError(installation.purpose, 'claims', path.dirname(file))
    if (!opensCanary(master, installation.purpose, installation.canary)) {
      throw new KeyError(
        `The key file ${keyFile} belongs to another database. Set KEY_FILE to the key that was used when the copy was made.`,
      )
    }
    return (database.prepare('SELECT count(*) AS claims FROM Draft').get() as { claims: number }).claims
  } catch (error) {
    if (error instanceof Database.SqliteError)
      throw new BackupError(`The copy of the database is damaged: ${path.dirname(file)}`, { cause: error })
    throw error
  } finally {
    database?.close()
  }
}

/** Copies the official forms, readable by the owner alone; does nothing where there are none. */
export function copyForms(from: string, to: string): void {
  const source = path.join(from, FORMS_FOLDER)
  if (!existsSync(source)) return
  const target = path.join(to, FORMS_FOLDER)
  cpSync(source, target, { recursive: true })
  chmodSync(target, 0o700)
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
  }
}

/** Waits until the disk holds what was written. */
export function flush(fileOrFolder: string): void {
  const handle = openSync(fileOrFolder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
