import { chmodSync, constants, copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { BackupError, checkCopy } from './backup-files.server.ts'
import { opensCanary } from '#app/data/installation/index.server.ts'
import { carryDeletions, endSessions, type Carried } from './carry-deletions.server.ts'
import { readMigrations, SQLITE_MIGRATIONS } from '#app/data/engine/index.server.ts'

/** What brings one backup back. */
export interface Restoring {
  /** The database in the backup; it is only read. */
  readonly source: string
  readonly dataDirectory: string
  readonly keyFile: string
  readonly master: Buffer
  /** Brings back also what people deleted or took back since. */
  readonly withDeleted: boolean
  /** Names the database that was replaced. */
  readonly now: Date
}

/** What a restore did. */
export interface Restored {
  /** Claims that are there now. */
  readonly claims: number
  /** What was deleted or taken back after the copy was made; `null` where that could not be found out, or was not to be. */
  readonly carried: Carried | null
  /** Where the data that stood there before is now; `null` where there was none. */
  readonly replaced: string | null
}

/**
 * Makes the copy that takes a database's place: checked, without sessions, and without what was deleted since.
 * @param draft where the copy is made
 * @param newer file of the database that it replaces; `null` where there is none that can be read with the same key
 * @throws BackupError, KeyError, PurposeError
 */
export function prepareCopy({ source, master, keyFile, withDeleted }: Restoring, draft: string, newer: string | null): Carried | null {
  copyFileSync(source, draft, constants.COPYFILE_EXCL)
  chmodSync(draft, 0o600)
  checkCopy(draft, master, keyFile)
  refuseNewerRelease(draft)
  return prepare(draft, withDeleted ? null : newer)
}

/** Whether a database can be read and belongs to the key: another installation's says nothing about what was deleted in this one. */
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
