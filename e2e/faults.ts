import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { holdWriteLock } from '#app/data/testing/hold-write-lock.ts'
import { fillDisk, mountSmallDisk, unmountSmallDisk } from '#app/data/testing/small-disk-fixture.ts'
import { openStore, type Store } from '#app/data/store.server.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { startTestPostgres, type TestPostgres } from '#scripts/testing/test-postgres.ts'
import { startRelay, type Relay } from './relay.ts'

/** A database that a test can take away from a server. `begin` begins the fault and returns a function that ends it. */
export interface Faulty {
  readonly store: Store
  readonly env: Readonly<Record<string, string>>
  readonly begin: () => Promise<() => Promise<void>>
  readonly stop: () => Promise<void>
}

/** SQLite whose write lock another process takes. */
export async function onSqlite(folder: string): Promise<Faulty> {
  const keyFile = path.join(folder, 'master.key')
  const store = await openStore({ dataDirectory: folder, keyFile })
  return {
    store,
    env: { DATA_DIR: folder, KEY_FILE: keyFile },
    begin: () => holdWriteLock(path.join(folder, 'claims.sqlite')),
    stop: store.close,
  }
}

const DISK_BYTES = 64 * 1024 * 1024

/** SQLite on a small disk that something else fills; `null` when no such disk can be mounted. */
export async function onSmallDisk(folder: string): Promise<Faulty | null> {
  const disk = path.join(folder, 'disk')
  mkdirSync(disk)
  if (!mountSmallDisk(disk, DISK_BYTES)) return null
  const { store, env } = await onSqlite(disk)
  return {
    store,
    env,
    begin: () => {
      const filling = fillDisk(disk)
      return Promise.resolve(() => Promise.resolve(rmSync(filling)))
    },
    stop: async () => {
      await store.close()
      unmountSmallDisk(disk)
    },
  }
}

/** A PostgreSQL server that crashes and is started again. */
export async function onCrashingPostgres(folder: string): Promise<Faulty> {
  const keyFile = path.join(folder, 'master.key')
  // PostgreSQL waits for the disk, so that acknowledged saves survive the crash.
  const postgres = await startTestPostgres({ waitsForDisk: true })
  const store = await openStore({ dataDirectory: path.join(folder, 'store'), keyFile, databaseUrl: postgres.url })
  return {
    store,
    env: { DATA_DIR: path.join(folder, 'server'), KEY_FILE: keyFile, DATABASE_URL: postgres.url },
    begin: () => {
      postgres.crash()
      return Promise.resolve(postgres.restart)
    },
    stop: async () => {
      await store.close()
      postgres.stop()
    },
  }
}

/**
 * PostgreSQL behind a relay that breaks.
 * @param fault what happens to the connection to the server
 */
export async function onPostgres(folder: string, fault: 'hangs' | 'is gone'): Promise<Faulty> {
  const keyFile = path.join(folder, 'master.key')
  const postgres: TestPostgres = await startTestPostgres()
  const store = await openStore({ dataDirectory: path.join(folder, 'store'), keyFile, databaseUrl: postgres.url })
  const way = new URL(postgres.url)
  const [port, target] = [await freePort(), Number(way.port)]
  way.port = String(port)
  let relay: Relay = await startRelay(port, target)
  return {
    store,
    env: { DATA_DIR: path.join(folder, 'server'), KEY_FILE: keyFile, DATABASE_URL: way.href },
    begin: () => {
      if (fault === 'hangs') relay.hang()
      else relay.close()
      return Promise.resolve(async () => {
        if (fault === 'hangs') relay.goOn()
        else relay = await startRelay(port, target)
      })
    },
    stop: async () => {
      await store.close()
      relay.close()
      postgres.stop()
    },
  }
}
