import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { databaseTrouble } from '#app/database-trouble.server.ts'

/** A migration that cannot be applied; the database is as it was before. */
class MigrationError extends Error {
  override name = 'MigrationError'
}

/** One step of a database's shape, recorded the way Prisma records it, so that its own tools agree where they can run. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string
}

/**
 * Reads a migrations folder of Prisma's form, `<stamp>_<name>/migration.sql`, in order.
 * @param folder full path
 */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter(name => !name.endsWith('.toml'))
  return names.sort().map(name => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Whether a migration has still to be applied.
 * @param recorded checksum under which it was applied, if it was
 * @throws MigrationError where it has changed since
 */
export function isDue({ name, checksum }: Migration, recorded: string | undefined): boolean {
  if (recorded !== undefined && recorded !== checksum) {
    throw new MigrationError(`The migration ${name} has changed since it was applied. Install the release that made this database.`)
  }
  return recorded === undefined
}

/** The error of a step that failed. */
export const failedMigration = ({ name }: Migration, cause: unknown) =>
  new MigrationError(`The migration ${name} failed; nothing was changed. ${databaseTrouble(cause) ?? ''}`.trim(), { cause })
