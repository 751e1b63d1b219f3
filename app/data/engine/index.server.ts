/**
 * The databases themselves: their places, migrations, transactions, locks and counters, and the clock of the purge.
 * Other folders import from this file alone.
 */

export { createCounters } from './counters.server.ts'
export { type DatabasePlace, LOCK_TIMEOUT_MS, type OpenDatabase, type Transaction } from './database.server.ts'
export { hasRoomOnDisk } from './disk-room.server.ts'
export { migrateSqlite, SQLITE_MIGRATIONS } from './migrations-sqlite.server.ts'
export { readMigrations } from './migrations.server.ts'
export { isNotUnique } from './not-unique.server.ts'
export { withClient } from './postgres-client.server.ts'
export { postgresPlace } from './postgres.server.ts'
export { createClockWatch, isClockInDoubt, type PurgeCall } from './purge-clock.server.ts'
export { sqlitePlace } from './sqlite.server.ts'
