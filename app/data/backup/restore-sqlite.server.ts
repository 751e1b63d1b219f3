import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BackupError, checkCopy, DATABASE_FILE, flush, LOGS } from './backup-files.server.ts'
import { isOfKey, prepareCopy, type Restored, type Restoring } from './restore-copy.server.ts'

/** Restores a backup into the database file of a data folder that no process has open. The replaced database is moved aside. */
export function restoreIntoSqlite(restoring: Restoring): Restored {
  const { dataDirectory, master, keyFile, now } = restoring
  const place = path.join(dataDirectory, DATABASE_FILE)
  const draft = `${place}.restored`
  const current = findAlone(place)
  try {
    rmSync(draft, { force: true })
    const carried = prepareCopy(restoring, draft, isOfKey(current, master) ? place : null)
    const claims = checkCopy(draft, master, keyFile)
    flush(draft)
    // A server may have started in the meantime.
    findAlone(place)?.close()
    const replaced = moveAside(place, now)
    renameSync(draft, place)
    flush(dataDirectory)
    return { claims, carried, replaced }
  } finally {
    current?.close()
    for (const end of ['', ...LOGS]) rmSync(`${draft}${end}`, { force: true })
  }
}

/**
 * Opens the database in its place, with no other process in it; `null` where there is none or it cannot be read.
 * Leaving the write-ahead log needs the file alone, so it fails while any process has the file open.
 * @throws BackupError while a server runs
 */
function findAlone(place: string): Database.Database | null {
  if (!existsSync(place)) return null
  const database = new Database(place, { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    return database
  } catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new BackupError('A server or another command still uses the data folder. Stop it first.', { cause: error })
    return null
  }
}

/** Gives the file a second name instead of moving it, so that a server that starts in between still finds a database. */
function moveAside(place: string, now: Date): string | null {
  if (!existsSync(place)) return null
  const aside = `${place}.replaced-${now.toISOString().replaceAll(':', '-')}`
  linkSync(place, aside)
  for (const end of LOGS) if (existsSync(`${place}${end}`)) renameSync(`${place}${end}`, `${aside}${end}`)
  return aside
}
