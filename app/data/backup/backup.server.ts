import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BackupError, checkCopy, copyForms, DATABASE_FILE, flush, readKeyBeside, type Installed } from './backup-files.server.ts'
import { LOCK_TIMEOUT_MS, postgresPlace, withClient } from '#app/data/engine/index.server.ts'
import { copyOutOfPostgres } from './postgres-copy.server.ts'

/**
 * Copies the data of an installation into a new folder, also while a server runs. The copy is an SQLite file of one moment of the database:
 * it is read in one transaction that waits for no writer and makes none wait. The key file is never copied.
 * @param folder must not exist, or be empty; it appears when everything is written and checked
 * @returns how many claims the copy holds
 * @throws BackupError, KeyError, PurposeError
 */
export async function backUp({ dataDirectory, keyFile, databaseUrl }: Installed, folder: string): Promise<number> {
  const source = path.join(dataDirectory, DATABASE_FILE)
  if (!(databaseUrl ? await postgresPlace(databaseUrl).exists() : existsSync(source)))
    throw new BackupError(
      databaseUrl
        ? 'There is no installation at the address in DATABASE_URL.'
        : `There is no database in ${dataDirectory}. Set DATA_DIR to the data folder, or DATABASE_URL.`,
    )
  refuseOccupied(folder)
  const master = readKeyBeside(keyFile)
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 })
  const draft = `${folder}.${randomBytes(6).toString('hex')}.part`
  mkdirSync(draft, { mode: 0o700 })
  try {
    const copy = path.join(draft, DATABASE_FILE)
    if (databaseUrl) await copyPostgres(databaseUrl, copy)
    else copySqlite(source, copy)
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

const copyPostgres = (url: string, copy: string): Promise<void> =>
  withClient(url, async client => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await copyOutOfPostgres(client, copy)
  })

/** Uses `VACUUM INTO`, because SQLite's own page-by-page backup begins anew whenever another process writes. */
function copySqlite(source: string, copy: string): void {
  // SQLite writes into an empty file that exists already, and so leaves the file's permissions as they are.
  closeSync(openSync(copy, 'wx', 0o600))
  const database = new Database(source, { timeout: LOCK_TIMEOUT_MS, fileMustExist: true })
  try {
    database.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    // The copy is the only file written here, so its disk is the full one.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')
      throw new BackupError('There is no room for the copy on that disk.', { cause: error })
    throw error
  } finally {
    database.close()
  }
}
