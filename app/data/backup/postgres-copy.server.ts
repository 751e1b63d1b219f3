import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Client } from 'pg'
import { BackupError } from './backup-files.server.ts'
import { migrateSqlite, readMigrations, SQLITE_MIGRATIONS } from '#app/data/engine/index.server.ts'

/** Each database has its own history of migrations, so this table is not copied. */
const HISTORY = '_prisma_migrations'
/** Rows in memory at once. One row can be a paper of many megabytes. */
const BATCH = 20
/** The format in which Prisma writes a moment into SQLite, where moments are compared as texts. */
const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"'`

/**
 * Copies all rows of a PostgreSQL database into a new SQLite file of the same models, so that backups of both databases hold the same.
 * @param client in a transaction that sees one moment of the database
 * @param file is made here, readable by its owner alone
 * @throws BackupError where the database is of another release
 */
export async function copyOutOfPostgres(client: Client, file: string): Promise<void> {
  await refuseOtherRelease(client)
  closeSync(openSync(file, 'wx', 0o600))
  await migrateSqlite(file, SQLITE_MIGRATIONS)
  const copy = new Database(file)
  try {
    const tables = tablesOf(copy)
    // Migrations put a first row into some tables.
    for (const table of tables.toReversed()) copy.exec(`DELETE FROM "${table}"`)
    for (const table of tables) await copyTableOut(client, table, copy)
    // Without a write-ahead log the copy is one file.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

async function copyTableOut(client: Client, table: string, copy: Database.Database): Promise<void> {
  const columns = columnsOf(copy, table)
  const values = columns.map(({ name, type }) => {
    if (type === 'DATETIME') return `to_char("${name}", ${MOMENT}) AS "${name}"`
    return type === 'BOOLEAN' ? `"${name}"::int AS "${name}"` : `"${name}"`
  })
  const insert = copy.prepare(insertInto(table, columns, ({ name }) => `@${name}`))
  const insertAll = copy.transaction((rows: readonly unknown[]) => rows.forEach(row => insert.run(row)))
  await client.query(`DECLARE copying CURSOR FOR SELECT ${values.join(', ')} FROM "${table}"`)
  for (;;) {
    const { rows } = await client.query(`FETCH ${BATCH} FROM copying`)
    insertAll(rows)
    if (rows.length < BATCH) break
  }
  await client.query('CLOSE copying')
}

/**
 * Replaces all rows of a PostgreSQL database by the rows of an SQLite file that {@link copyOutOfPostgres} made.
 * @param client in a transaction, with every migration applied
 * @param file with every migration applied
 */
export async function copyIntoPostgres(client: Client, file: string): Promise<void> {
  const copy = new Database(file, { fileMustExist: true })
  try {
    const tables = tablesOf(copy)
    await client.query(`TRUNCATE ${named(tables)} RESTART IDENTITY`)
    for (const table of tables) await copyTableIn(client, table, copy)
  } finally {
    copy.close()
  }
}

async function copyTableIn(client: Client, table: string, copy: Database.Database): Promise<void> {
  const columns = columnsOf(copy, table)
  const text = insertInto(table, columns, (_, place) => `$${place + 1}`)
  for (const row of copy.prepare(`SELECT * FROM "${table}"`).iterate() as Iterable<Record<string, unknown>>) {
    await client.query({ name: `into ${table}`, text, values: columns.map(({ name }) => row[name]) })
  }
  // The database goes on numbering rows after the last copied one.
  for (const { name } of columns.filter(({ pk, type }) => pk > 0 && type === 'INTEGER')) {
    await client.query(
      `SELECT setval(sequence, coalesce((SELECT max("${name}") FROM "${table}"), 0) + 1, false) FROM pg_get_serial_sequence($1, $2) AS sequence WHERE sequence IS NOT NULL`,
      [`"${table}"`, name],
    )
  }
}

/** Locks all tables, so that no other process uses the database until the transaction ends. */
export async function lockAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = $1 ORDER BY 1',
    ['BASE TABLE'],
  )
  await client.query(`LOCK TABLE ${named(rows.map(({ name }) => name))} IN ACCESS EXCLUSIVE MODE`)
}

async function refuseOtherRelease(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`SELECT migration_name AS name FROM "${HISTORY}" ORDER BY migration_name`)
  const known = readMigrations(path.resolve('prisma/postgres/migrations')).map(({ name }) => name)
  if (rows.map(({ name }) => name).join() !== known.join())
    throw new BackupError('The database is of another release than this program. Use the release that runs on it.')
}

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

const columnsOf = (copy: Database.Database, table: string) => copy.pragma(`table_info("${table}")`) as Column[]
const named = (tables: readonly string[]) => tables.map(table => `"${table}"`).join(', ')
const insertInto = (table: string, columns: readonly Column[], value: (column: Column, place: number) => string) =>
  `INSERT INTO "${table}" (${named(columns.map(({ name }) => name))}) VALUES (${columns.map(value).join(', ')})`

/** The tables of our models, ordered so that each follows the tables that it refers to. */
function tablesOf(copy: Database.Database): string[] {
  const left = new Set(
    copy
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '${HISTORY}' ORDER BY name`)
      .pluck()
      .all() as string[],
  )
  const ordered: string[] = []
  while (left.size > 0) {
    const next = [...left].find(table => parentsOf(copy, table).every(parent => parent === table || !left.has(parent)))
    if (next === undefined) throw new Error('tables name each other in a circle')
    left.delete(next)
    ordered.push(next)
  }
  return ordered
}

const parentsOf = (copy: Database.Database, table: string) =>
  (copy.pragma(`foreign_key_list("${table}")`) as { table: string }[]).map(({ table: parent }) => parent)
