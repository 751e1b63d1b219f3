import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

/** A migration that cannot be applied; the database is as it was before. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

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

/**
 * Applies the migrations that a database lacks, in order, each in a transaction of its own.
 * They are recorded the way Prisma records them, so that its own tools agree where they can run.
 * @param databaseFile path of the SQLite file; made when absent
 * @param folder Prisma's migrations folder: `<stamp>_<name>/migration.sql`
 * @throws MigrationError where an applied migration has changed since, or a step fails
 */
export function applyMigrations(databaseFile: string, folder: string): void {
  const database = new Database(databaseFile)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('busy_timeout = 10000')
    database.exec(HISTORY_TABLE)
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.toml')) continue
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      // "immediate" takes the write lock first, so two servers that start at once apply each migration once.
      database.transaction(() => applyOne(database, name, sql)).immediate()
    }
  } finally {
    database.close()
  }
}

function applyOne(database: Database.Database, name: string, sql: string): void {
  const checksum = createHash('sha256').update(sql).digest('hex')
  const applied = database.prepare('SELECT checksum FROM _prisma_migrations WHERE migration_name = ?').get(name) as
    | { checksum: string }
    | undefined
  if (applied) {
    if (applied.checksum !== checksum) {
      throw new MigrationError(`The migration ${name} has changed since it was applied. Install the release that made this database.`)
    }
    return
  }
  const now = new Date().toISOString()
  try {
    database.exec(sql)
  } catch (cause) {
    throw new MigrationError(`The migration ${name} failed; nothing was changed.`, { cause })
  }
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, now, name, now)
}
