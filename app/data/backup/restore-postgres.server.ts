import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Client } from 'pg'
import { checkCopy, DATABASE_FILE, flush, LOGS } from './backup-files.server.ts'
import { LOCK_TIMEOUT_MS, migrateSqlite, postgresPlace, SQLITE_MIGRATIONS, withClient } from '#app/data/engine/index.server.ts'
import { copyIntoPostgres, copyOutOfPostgres, lockAll } from './postgres-copy.server.ts'
import { isOfKey, prepareCopy, type Restored, type Restoring } from './restore-copy.server.ts'

/**
 * Restores a backup into a PostgreSQL database, in one transaction that locks all other processes out. The replaced rows are first written
 * to a backup in a folder of their own.
 */
export async function restoreIntoPostgres(url: string, restoring: Restoring): Promise<Restored> {
  const { source, dataDirectory, master, keyFile, now } = restoring
  // Checked before anything is made or changed.
  checkCopy(source, master, keyFile)
  const place = postgresPlace(url)
  await place.migrate()
  const aside = (await place.exists()) ? path.join(dataDirectory, `replaced-${now.toISOString().replaceAll(':', '-')}`) : null
  const draft = path.join(dataDirectory, `${DATABASE_FILE}.restored`)
  let whole = false
  try {
    return await withClient(url, async client => {
      await client.query(`BEGIN; SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`)
      await lockAll(client)
      const newer = aside && (await keep(client, aside))
      rmSync(draft, { force: true })
      const carried = prepareCopy(restoring, draft, newer && canBeRead(newer, master) ? newer : null)
      // Brings the backup of an older release to today's tables.
      await migrateSqlite(draft, SQLITE_MIGRATIONS)
      const claims = checkCopy(draft, master, keyFile)
      await copyIntoPostgres(client, draft)
      await client.query('COMMIT')
      whole = true
      return { claims, carried, replaced: aside }
    })
  } finally {
    for (const end of ['', ...LOGS]) rmSync(`${draft}${end}`, { force: true })
    if (!whole && aside) rmSync(aside, { recursive: true, force: true })
  }
}

/** Writes the rows of the database to a backup. */
async function keep(client: Client, folder: string): Promise<string> {
  mkdirSync(folder, { mode: 0o700 })
  const file = path.join(folder, DATABASE_FILE)
  await copyOutOfPostgres(client, file)
  flush(file)
  flush(folder)
  return file
}

function canBeRead(file: string, master: Buffer): boolean {
  const database = new Database(file, { readonly: true })
  try {
    return isOfKey(database, master)
  } finally {
    database.close()
  }
}
