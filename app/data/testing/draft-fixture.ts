import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Settings } from '#app/settings.server.ts'
import { makeMasterKey } from '../installation/key-file.server.ts'
import { withClient } from '../engine/postgres-client.server.ts'
import { sqlitePlace } from '../engine/sqlite.server.ts'
import { openStore, type Store } from '../store.server.ts'

/**
 * Address of a PostgreSQL server for the tests, which the test run sets. With it, the tests of the data layer run on that server, with a
 * database for each test. Without it, they run on SQLite.
 */
export const TEST_SERVER = process.env.TEST_POSTGRES_URL ?? null
/** Folder of that server's files, in which tests search for words. */
const TEST_SERVER_FILES = process.env.TEST_POSTGRES_DATA ?? ''
/** A database of that server with every migration applied, to copy. */
const TEST_SERVER_TEMPLATE = process.env.TEST_POSTGRES_TEMPLATE ?? ''

/** A database for one test alone. */
export interface TestDatabase {
  readonly settings: Pick<Settings, 'dataDirectory' | 'keyFile' | 'databaseUrl'>
  /** Runs one statement beside the store, with `?` for each value; gives the rows that it answers. */
  readonly rows: <Row>(sql: string, ...values: readonly unknown[]) => Promise<Row[]>
  /** All bytes of the database's files and logs. */
  readonly bytes: () => Promise<Buffer>
  readonly remove: () => Promise<void>
}

/** A data folder for one test alone, with a clock that the test moves. */
export interface Fixture extends Omit<TestDatabase, 'remove'> {
  readonly store: Store
  /** Current time in milliseconds. Adding to it lets time pass. */
  time: number
  readonly end: () => Promise<void>
}

/** Opens a fresh data folder for a test. Its database is a copy of one with all migrations applied; another test applies them. */
export async function openFixture(): Promise<Fixture> {
  const { remove, ...database } = await makeTestDatabase({ migrated: true })
  const store = await openStore(database.settings, () => fixture.time)
  const fixture: Fixture = {
    ...database,
    store,
    time: Date.now(),
    end: async () => {
      await store.close()
      await remove()
    },
  }
  return fixture
}

/**
 * Makes a data folder without a database, and the place of its database.
 * @param migrated whether to make a database, too, with every migration applied and nothing in it
 */
export async function makeTestDatabase({ migrated = false } = {}): Promise<TestDatabase> {
  const dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), 'drafts-')), 'data')
  const folder = { dataDirectory, keyFile: path.join(dataDirectory, 'master.key') }
  const removeFolder = () => rmSync(path.dirname(dataDirectory), { recursive: true, force: true })
  if (TEST_SERVER === null) {
    if (migrated) await copyMigrated(folder)
    return { ...sqliteDatabase(dataDirectory), settings: { ...folder, databaseUrl: null }, remove: () => Promise.resolve(removeFolder()) }
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(TEST_SERVER, client => client.query(`CREATE DATABASE ${name}${migrated ? ` TEMPLATE ${TEST_SERVER_TEMPLATE}` : ''}`))
  const url = new URL(TEST_SERVER)
  url.pathname = `/${name}`
  return {
    ...postgresDatabase(url.href, TEST_SERVER_FILES),
    settings: { ...folder, databaseUrl: url.href },
    remove: async () => {
      await withClient(TEST_SERVER, client => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
      removeFolder()
    },
  }
}

/** Bytes of an empty SQLite file with every migration applied, made once in each process. */
let migratedFile: Promise<Buffer> | undefined

async function makeMigratedFile(): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'migrated-'))
  try {
    await sqlitePlace(folder).migrate()
    return readFileSync(path.join(folder, 'claims.sqlite'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Puts an empty migrated database into a data folder, with a key of the folder's own. */
async function copyMigrated({ dataDirectory, keyFile }: Pick<Settings, 'dataDirectory' | 'keyFile'>): Promise<void> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  makeMasterKey(keyFile)
  writeFileSync(path.join(dataDirectory, 'claims.sqlite'), await (migratedFile ??= makeMigratedFile()), { mode: 0o600 })
}

function sqliteDatabase(dataDirectory: string): Pick<TestDatabase, 'rows' | 'bytes'> {
  return {
    rows: <Row>(sql: string, ...values: readonly unknown[]) => {
      const database = new Database(path.join(dataDirectory, 'claims.sqlite'))
      try {
        const statement = database.prepare(sql)
        return Promise.resolve((statement.reader ? statement.all(...values) : (statement.run(...values), [])) as Row[])
      } finally {
        database.close()
      }
    },
    bytes: () => Promise.resolve(readWorking(() => filesIn(dataDirectory).filter(file => path.basename(file).startsWith('claims.sqlite')))),
  }
}

function postgresDatabase(url: string, serverFiles: string): Pick<TestDatabase, 'rows' | 'bytes'> {
  return {
    rows: <Row>(sql: string, ...values: readonly unknown[]) => {
      let place = 0
      return withClient(
        url,
        async client =>
          (
            await client.query(
              sql.replace(/\?/g, () => `$${++place}`),
              [...values],
            )
          ).rows as Row[],
      )
    },
    bytes: async () => {
      const oid = await withClient(url, async client => {
        await client.query('CHECKPOINT')
        return (await client.query<{ oid: string }>('SELECT oid FROM pg_database WHERE datname = current_database()')).rows[0]?.oid
      })
      return readWorking(() => [path.join(serverFiles, 'base', String(oid)), path.join(serverFiles, 'pg_wal')].flatMap(filesIn))
    },
  }
}

/** Reads all files of a running database. The database may delete files meanwhile; then this lists and reads again. */
function readWorking(list: () => readonly string[], triesLeft = 5): Buffer {
  try {
    return Buffer.concat(list().map(file => readFileSync(file)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || triesLeft === 0) throw error
    return readWorking(list, triesLeft - 1)
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(folder, entry.name))
