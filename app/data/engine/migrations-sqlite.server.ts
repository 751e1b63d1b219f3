import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { LOCK_TIMEOUT_MS } from './database.server.ts'
import { failedMigration, isDue, readMigrations, type Migration } from './migrations.server.ts'

/** Folder of SQLite's migrations. */
export const SQLITE_MIGRATIONS = path.resolve('prisma/sqlite/migrations')

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const WRITE_AHEAD_TRIES = 100
const WRITE_AHEAD_PAUSE_MS = 20

/**
 * Applies the migrations that an SQLite file lacks, in order, each in a transaction of its own.
 * @param file path of the file; made when absent
 * @throws MigrationError where an applied migration has changed since, or a step fails
 */
export async function migrateSqlite(file: string, folder: string): Promise<void> {
  const database = new Database(file, { timeout: LOCK_TIMEOUT_MS })
  try {
    await writeAhead(database)
    database.exec(HISTORY_TABLE)
    // "immediate" takes the write lock first, so two servers that start at once apply each migration once.
    for (const migration of readMigrations(folder)) database.transaction(() => applyOne(database, migration)).immediate()
  } finally {
    database.close()
  }
}

/** Turns the write-ahead log on. SQLite may refuse one of two servers that do so at once, without its usual wait, so this tries again. */
async function writeAhead(database: Database.Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (tries === WRITE_AHEAD_TRIES || !(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
      await wait(WRITE_AHEAD_PAUSE_MS)
    }
  }
}

function applyOne(database: Database.Database, migration: Migration): void {
  const { name, sql, checksum } = migration
  const recorded = database.prepare('SELECT checksum FROM _prisma_migrations WHERE migration_name = ?').get(name) as
    { checksum: string } | undefined
  if (!isDue(migration, recorded?.checksum)) return
  const now = new Date().toISOString()
  try {
    database.exec(sql)
  } catch (cause) {
    throw failedMigration(migration, cause)
  }
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, now, name, now)
}
