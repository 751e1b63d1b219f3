import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { failedMigration, isDue, readMigrations, type Migration } from './migrations.server.ts'
import { withClient } from './postgres-client.server.ts'

/** Prisma's own table of applied migrations, as its tools make it on PostgreSQL. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** Number of the lock for migrations; nothing else may lock it. The server that has the lock migrates, and the others wait. */
const MIGRATION_LOCK = 6_290_629

/**
 * Applies the migrations that a PostgreSQL database lacks, in order, each in a transaction of its own. Servers that start
 * at once wait for each other.
 * @throws MigrationError where an applied migration has changed since, or a step fails
 */
export async function migratePostgres(url: string, folder: string): Promise<void> {
  await withClient(url, async client => {
    // The lock ends with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(HISTORY_TABLE)
    for (const migration of readMigrations(folder)) await applyOne(client, migration)
  })
}

async function applyOne(client: Client, migration: Migration): Promise<void> {
  const { name, sql, checksum } = migration
  const { rows } = await client.query<{ checksum: string }>('SELECT checksum FROM "_prisma_migrations" WHERE migration_name = $1', [name])
  if (!isDue(migration, rows[0]?.checksum)) return
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw failedMigration(migration, cause)
  }
}
