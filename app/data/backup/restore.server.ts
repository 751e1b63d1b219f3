import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { BackupError, copyForms, DATABASE_FILE, FORMS_FOLDER, readKeyBeside, type Installed } from './backup-files.server.ts'
import type { Restored, Restoring } from './restore-copy.server.ts'
import { restoreIntoPostgres } from './restore-postgres.server.ts'
import { restoreIntoSqlite } from './restore-sqlite.server.ts'

/**
 * Replaces the database of an installation by a backup. The replaced data is kept and never overwritten. Where it can still be read with
 * the same key, what was deleted or taken back since is deleted from the copy, too. All sessions and one-time links of the copy end.
 * @param folder as `backUp` made it, from either kind of database; nothing is written to it
 * @throws BackupError, KeyError, PurposeError; after an error everything is as before
 */
export async function restore(
  { dataDirectory, keyFile, databaseUrl }: Installed,
  folder: string,
  options: Pick<Restoring, 'withDeleted' | 'now'>,
): Promise<Restored> {
  const source = path.join(folder, DATABASE_FILE)
  if (!existsSync(source)) throw new BackupError(`There is no backup in ${folder}.`)
  const restoring = { ...options, source, dataDirectory, keyFile, master: readKeyBeside(keyFile) }
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const restored = databaseUrl ? await restoreIntoPostgres(databaseUrl, restoring) : restoreIntoSqlite(restoring)
  if (!existsSync(path.join(dataDirectory, FORMS_FOLDER))) copyForms(folder, dataDirectory)
  return restored
}
