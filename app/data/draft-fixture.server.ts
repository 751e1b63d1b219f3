import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { openStore, type Store } from './store.server.ts'

/** A data folder of its own for one test, with a clock that the test moves. */
export interface Fixture {
  readonly store: Store
  /** Milliseconds; add to it and time passes. */
  time: number
  /** Works on the database file beside the store. */
  readonly raw: <T>(work: (database: Database.Database) => T) => T
  /** All bytes of the database file and its logs. */
  readonly bytes: () => Buffer
  readonly end: () => Promise<void>
}

/** Opens a fresh data folder for a test. */
export async function openFixture(): Promise<Fixture> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'drafts-'))
  const store = await openStore({ dataDirectory, keyFile: path.join(dataDirectory, 'master.key') }, () => fixture.time)
  const databaseFile = path.join(dataDirectory, 'claims.sqlite')
  const fixture: Fixture = {
    store,
    time: Date.now(),
    raw: work => {
      const database = new Database(databaseFile)
      try {
        return work(database)
      } finally {
        database.close()
      }
    },
    bytes: () =>
      Buffer.concat(
        readdirSync(dataDirectory)
          .filter(name => name.startsWith('claims.sqlite'))
          .map(name => readFileSync(path.join(dataDirectory, name))),
      ),
    end: async () => {
      await store.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
  return fixture
}
