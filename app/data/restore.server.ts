import { chmodSync, constants, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import {
  BackupError,
  checkCopy,
  copyForms,
  DATABASE_FILE,
  flush,
  FORMS_FOLDER,
  readKeyBeside,
  requireSqlite,
  type Installed,
} from './backup-files.server.ts'
import { opensCanary } from './canary.server.ts'
import { carryDeletions, endSessions, type Carried } from './carry-deletions.server.ts'
import { readMigrations } from './migrations.server.ts'

/** What a restore did. */
export interface Restored {
  /** Claims that are there now. */
  readonly claims: number
  /** What was deleted or taken back after the copy was made; `null` where that could not be found out, or was not to be. */
  readonly carried: Carried | null
  /** Where the database that stood there before is now; `null` where there was none. */
  readonly replaced: string | null
}

export interface RestoreOptions {
  /** Brings back also what people deleted or took back since. */
  readonly withDeleted: boolean
  /** Names the database that was replaced. */
  readonly now: Date
}

/** Files that SQLite keeps beside a database; beside another one they would damage it. */
const LOGS = ['-wal', '-shm', '-journal']

/**
 * Puts a backup in the place of the database of an SQLite installation. The database that stood there is moved aside, never
 * overwritten; where it can still be read with the same key, what was deleted or taken back since is deleted from the copy, too.
 * All sessions and one-time links of the copy end.
 * @param folder as `backUp` made it; nothing is written to it
 * @throws BackupError, KeyError, PurposeError; all is as before then
 */
export function restore(installed: Installed, folder: string, { withDeleted, now }: RestoreOptions): Restored {
  requireSqlite(installed)
  const { dataDirectory, keyFile } = installed
  const source = path.join(folder, DATABASE_FILE)
  if (!existsSync(source)) throw new BackupError(`There is no backup in ${folder}.`)
  const master = readKeyBeside(keyFile)
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const place = path.join(dataDirectory, DATABASE_FILE)
  const draft = `${place}.restored`
  const current = findAlone(place)
  try {
    rmSync(draft, { force: true })
    copyFileSync(source, draft, constants.COPYFILE_EXCL)
    chmodSync(draft, 0o600)
    checkCopy(draft, master, keyFile)
    refuseNewerRelease(draft, path.resolve('prisma/sqlite/migrations'))
    const carried = prepare(draft, !withDeleted && isOfKey(current, master) ? place : null)
    const claims = checkCopy(draft, master, keyFile)
    flush(draft)
    // A server may have started in the meantime.
    findAlone(place)?.close()
    const replaced = moveAside(place, now)
    renameSync(draft, place)
    flush(dataDirectory)
    if (!existsSync(path.join(dataDirectory, FORMS_FOLDER))) copyForms(folder, dataDirectory)
    return { claims, carried, replaced }
  } finally {
    current?.close()
    for (const end of ['', ...LOGS]) rmSync(`${draft}${end}`, { force: true })
  }
}

/**
 * The database that stands in the place now, opened with nobody else in it; `null` where there is none or it cannot be read.
 * Leaving the write-ahead log needs the file alone, so it fails while any process has it open.
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

/** Whether a database can be read and belongs to the key: another installation's says nothing about what was deleted in this one. */
function isOfKey(database: Database.Database | null, master: Buffer): boolean {
  try {
    if (database?.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    const row = database.prepare('SELECT canary FROM Installation').get() as { canary: Buffer } | undefined
    return row !== undefined && opensCanary(master, 'claims', row.canary)
  } catch {
    return false
  }
}

function refuseNewerRelease(file: string, migrationsFolder: string): void {
  const known = new Set(readMigrations(migrationsFolder).map(({ name }) => name))
  const database = new Database(file, { readonly: true })
  try {
    const applied = database.prepare('SELECT migration_name FROM _prisma_migrations').pluck().all() as string[]
    if (applied.some(name => !known.has(name))) throw new BackupError('The backup was made by a later release. Install that release first.')
  } finally {
    database.close()
  }
}

/** Ends sessions and carries deletions over, in one transaction; what goes is overwritten and given back. */
function prepare(draft: string, newer: string | null): Carried | null {
  const copy = new Database(draft)
  try {
    copy.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;')
    if (newer !== null) copy.prepare('ATTACH DATABASE ? AS now').run(newer)
    const carried = copy.transaction(() => {
      endSessions(copy)
      return newer === null ? null : carryDeletions(copy)
    })()
    if (newer !== null) copy.exec('DETACH DATABASE now')
    copy.exec('VACUUM')
    return carried
  } finally {
    copy.close()
  }
}

/** A second name first, so that there is a database at every moment: a server that starts in between would find none. */
function moveAside(place: string, now: Date): string | null {
  if (!existsSync(place)) return null
  const aside = `${place}.replaced-${now.toISOString().replaceAll(':', '-')}`
  linkSync(place, aside)
  for (const end of LOGS) if (existsSync(`${place}${end}`)) renameSync(`${place}${end}`, `${aside}${end}`)
  return aside
}
