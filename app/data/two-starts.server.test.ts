import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programFile } from '#app/program.server.ts'
import { makeTestDatabase, type TestDatabase } from './testing/draft-fixture.ts'
import { makeMasterKey } from './installation/key-file.server.ts'
import { readMigrations } from './engine/migrations.server.ts'
import { postgresPlace } from './engine/postgres.server.ts'
import { sqlitePlace } from './engine/sqlite.server.ts'
import { openStore } from './store.server.ts'

/** Chance decides which server comes first, so each case is tried this often. */
const ROUNDS = 15
const CHILD = programFile('start-when-told', 'app/data/testing/start-when-told.ts')

/** A process that opens a store with given settings when told to, and returns the result as a line. */
interface Starter {
  readonly child: ChildProcess
  readonly start: (settings: TestDatabase['settings']) => Promise<string>
}

let starters: readonly Starter[]

async function createStarter(): Promise<Starter> {
  const child = spawn(process.execPath, [CHILD], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  const nextLine = async () => String((await once(lines, 'line'))[0])
  expect(await nextLine()).toBe('ready')
  return {
    child,
    start: settings => {
      child.stdin.write(`${JSON.stringify(settings)}\n`)
      return nextLine()
    },
  }
}

beforeAll(async () => {
  starters = await Promise.all([createStarter(), createStarter()])
})
afterAll(() => starters.forEach(({ child }) => child.kill()))

/** Starts both servers at once. Both must serve, and the session of each must open in a later store. */
async function expectBothToServe({ settings, rows }: TestDatabase): Promise<void> {
  const sessions = await Promise.all(starters.map(({ start }) => start(settings)))
  const store = await openStore(settings)
  for (const session of sessions) {
    expect(session).not.toMatch(/^failed/)
    expect(await store.drafts.find(session)).toMatchObject({ revision: 1 })
  }
  await store.close()
  const applied = await rows<{ migration_name: string }>('SELECT migration_name FROM _prisma_migrations ORDER BY migration_name')
  expect(applied.map(row => row.migration_name)).toEqual(readMigrations(migrationsOf(settings)).map(({ name }) => name))
  expect(await rows('SELECT id FROM "Installation"')).toEqual([{ id: 1 }])
}

const migrationsOf = ({ databaseUrl }: TestDatabase['settings']) =>
  path.resolve('prisma', databaseUrl ? 'postgres' : 'sqlite', 'migrations')

/** Makes the database as the first release had it. */
async function migrateToFirst({ dataDirectory, keyFile, databaseUrl }: TestDatabase['settings']): Promise<void> {
  const folder = migrationsOf({ dataDirectory, keyFile, databaseUrl })
  const [first = ''] = readdirSync(folder).sort()
  const older = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  cpSync(path.join(folder, first), path.join(older, first), { recursive: true })
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  makeMasterKey(keyFile)
  await (databaseUrl ? postgresPlace(databaseUrl, older) : sqlitePlace(dataDirectory, older)).migrate()
  rmSync(older, { recursive: true })
}

test.each([
  ['without a database', () => Promise.resolve()],
  ['on a database that lacks migrations', migrateToFirst],
])('two servers that start at once %s both serve, on one key and one database', async (_where, prepare) => {
  for (let round = 0; round < ROUNDS; round++) {
    const database = await makeTestDatabase()
    await prepare(database.settings)
    await expectBothToServe(database)
    await database.remove()
  }
})
