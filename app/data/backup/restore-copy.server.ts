import { chmodSync, constants, copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { BackupError, checkCopy } from './backup-files.server.ts'
import { opensCanary } from '#app/data/installation/index.server.ts'
import { carryDeletions, endSessions, type Carried } from './carry-deletions.server.ts'
import { readMigrations, SQLITE_MIGRATIONS } from '#app/data/engine/index.server.ts'

/** The settings of one restore. */
export interface Restoring {
  /** The database in the backup; it is only read. */
  readonly source: string
  readonly dataDirectory: string
  readonly keyFile: string
  readonly master: Buffer
  /** Whether to restore also what people deleted or took back since. */
  readonly withDeleted: boolean
  /** Moment of the restore; the replaced database is named after it. */
  readonly now: Date
}

/** The result of a restore. */
export interface Restored {
  /** How many claims the database holds now. */
  readonly claims: number
  /** What was deleted or taken back after the copy was made; `null` where this could not be found out, or was not asked for. */
  readonly carried: Carried | null
  /** Where the replaced data stands now; `null` where there was none. */
  readonly replaced: string | null
}

/**
 * Makes the copy that will replace a database: checked, without sessions, and without what was deleted since.
 * @param draft where the copy is made
 * @param newer file of the database that the copy replaces; `null` where no such file can be read with the same key
 * @throws BackupError, KeyError, PurposeError
 */
export function prepareCopy({ source, master, keyFile, withDeleted }: Restoring, draft: string, newer: string | null): Carried | null {
  copyFileSync(source, draft, constants.COPYFILE_EXCL)
  chmodSync(draft, 0o600)
  checkCopy(draft, master, keyFile)
  refuseNewerRelease(draft)
  return prepare(draft, withDeleted ? null : newer)
}

/**
 * Whether a database can be read and belongs to the key. The database of another installation does not tell what was deleted in this one.
 */
export function isOfKey(database: Database.Database | null, master: Buffer): boolean {
  try {
    if (database?.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    const row = database.prepare('SELECT canary FROM Installation').get() as { canary: Buffer } | undefined
    return row !== undefined && opensCanary(master, 'claims', row.canary)
  } catch {
    return false
  }
}

function refuseNewerRelease(file: string): void {
  const known = new Set(readMigrations(SQLITE_MIGRATIONS).map(({ name }) => name))
  const database = new Database(file, { readonly: true })
  try {
    const applied = database.prepare('SELECT migration_name FROM _prisma_migrations').pluck().all() as string[]
    if (applied.some(name => !known.has(name))) throw new BackupError('The backup was made by a later release. Install that release first.')
  } finally {
    database.close()
  }
}

/** Ends sessions and carries deletions over, in one transaction. Deleted bytes are overwritten, and their space is freed. */
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
