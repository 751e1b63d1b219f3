import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import {
  BackupError,
  checkCopy,
  copyForms,
  DATABASE_FILE,
  flush,
  readKeyBeside,
  requireSqlite,
  type Installed,
} from './backup-files.server.ts'
import { LOCK_TIMEOUT_MS } from './database.server.ts'

/**
 * Copies the data of an SQLite installation into a new folder, also while a server runs. The copy is one moment of the database:
 * `VACUUM INTO` reads it in one transaction, waits for nobody who writes and makes nobody wait. (SQLite's page by page backup begins
 * anew whenever another process writes.) The key file is never copied.
 * @param folder must not exist, or be empty; it appears when all is written and checked
 * @returns how many claims the copy holds
 * @throws BackupError, KeyError, PurposeError
 */
export function backUp(installed: Installed, folder: string): number {
  requireSqlite(installed)
  const { dataDirectory, keyFile } = installed
  const source = path.join(dataDirectory, DATABASE_FILE)
  if (!existsSync(source)) throw new BackupError(`There is no database in ${dataDirectory}. Set DATA_DIR to the data folder.`)
  refuseOccupied(folder)
  const master = readKeyBeside(keyFile)
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 })
  const draft = `${folder}.${randomBytes(6).toString('hex')}.part`
  mkdirSync(draft, { mode: 0o700 })
  try {
    const copy = path.join(draft, DATABASE_FILE)
    copyDatabase(source, copy)
    const claims = checkCopy(copy, master, keyFile)
    copyForms(dataDirectory, draft)
    flush(copy)
    flush(draft)
    renameSync(draft, folder)
    flush(path.dirname(folder))
    return claims
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function refuseOccupied(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupError(`${folder} is not empty. Name a new folder: a backup never overwrites another.`)
}

function copyDatabase(source: string, copy: string): void {
  // SQLite writes into an empty file that is there, and so leaves the rights that it has.
  closeSync(openSync(copy, 'wx', 0o600))
  const database = new Database(source, { timeout: LOCK_TIMEOUT_MS, fileMustExist: true })
  try {
    database.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    // Only the copy is written.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')
      throw new BackupError('There is no room for the copy on that disk.', { cause: error })
    throw error
  } finally {
    database.close()
  }
}
