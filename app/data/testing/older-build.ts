import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import type { Actor } from '#machines/casework/permissions.ts'
import type { TestDatabase } from './draft-fixture.ts'
import { postgresPlace } from '../engine/postgres.server.ts'

const folder = path.resolve('app/data/testing/older-build')
const { key, ...about } = JSON.parse(readFileSync(path.join(folder, 'about.json'), 'utf8')) as {
  readonly key: string
  /** Owner of its one organization. */
  readonly owner: Actor
  /** Phrases that open its claims, by the first name in each claim. */
  readonly words: Readonly<Record<string, string>>
}

/** The pages of the claim "Alone" beside its first ones, as that build stored them. */
export const OLDER_ANSWERS: unknown = JSON.parse(readFileSync(path.join(folder, 'answers.json'), 'utf8'))

/** A database of invented people that an older build sealed, up to 2026-11-29, with its own key. */
export const OLDER_BUILD = { ...about, madeAt: Date.parse('2026-11-29T12:00:00Z'), lastMigration: '20261129000000_calendar' } as const

/** Puts the database of the older build, as that build left it, where a store will open it. */
export async function layOlderBuild({ settings: { dataDirectory, keyFile, databaseUrl }, rows }: TestDatabase): Promise<void> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  writeFileSync(keyFile, key, { mode: 0o600 })
  const file = path.join(dataDirectory, 'claims.sqlite')
  writeFileSync(file, gunzipSync(readFileSync(path.join(folder, 'claims.sqlite.gz'))), { mode: 0o600 })
  if (!databaseUrl) return
  await migrateAsThen(databaseUrl)
  const older = new Database(file)
  try {
    for (const table of tablesInOrder(older))
      for (const row of older.prepare(`SELECT * FROM "${table}"`).all() as Readonly<Record<string, unknown>>[]) {
        // PostgreSQL counts on only from numbers that it gave itself.
        const kept = Object.entries(row).filter(([name]) => table !== 'AuditEvent' || name !== 'id')
        const columns = kept.map(([name]) => `"${name}"`).join(', ')
        await rows(`INSERT INTO "${table}" (${columns}) VALUES (${kept.map(() => '?').join(', ')})`, ...kept.map(([, value]) => value))
      }
  } finally {
    older.close()
    rmSync(file)
  }
}

/** Applies the migrations of the older build. PostgreSQL had the same tables then, so the rows of the SQLite file fit. */
async function migrateAsThen(databaseUrl: string): Promise<void> {
  const then = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  const all = path.resolve('prisma/postgres/migrations')
  try {
    for (const name of readdirSync(all))
      if (name <= OLDER_BUILD.lastMigration) cpSync(path.join(all, name), path.join(then, name), { recursive: true })
    await postgresPlace(databaseUrl, then).migrate()
  } finally {
    rmSync(then, { recursive: true })
  }
}

/** The tables, ordered so that each follows the tables that its rows refer to. */
function tablesInOrder(database: Database.Database): string[] {
  const names = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'`)
    .pluck()
    .all() as string[]
  const pointsTo = (name: string) => (database.pragma(`foreign_key_list("${name}")`) as { table: string }[]).map(({ table }) => table)
  const ordered: string[] = []
  const visit = (name: string): void => {
    if (ordered.includes(name)) return
    pointsTo(name).forEach(visit)
    ordered.push(name)
  }
  names.forEach(visit)
  return ordered
}
