import { chmodSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { LOCK_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS, type DatabasePlace, type OpenDatabase } from './database.server.ts'
import { hasRoomOnDisk, SAVE_BYTES } from './disk-room.server.ts'
import { Prisma, PrismaClient } from '../generated/sqlite/client.ts'
import { createLockQueue } from './lock-queue.server.ts'
import { migrateSqlite, SQLITE_MIGRATIONS } from './migrations-sqlite.server.ts'

const EMPTY_LOG_TRIES = 50
const EMPTY_LOG_PAUSE_MS = 20

/**
 * `synchronous = FULL`: an acknowledged answer survives a power cut, too, not only a killed server.
 * `secure_delete`: deleted bytes are overwritten with zeros.
 * `busy_timeout`: the driver would wait for another process's lock in our only thread, and no request would be answered meanwhile. So it
 * does not wait once it is connected, and a {@link createLockQueue} waits instead.
 */
const CONNECTION_PRAGMAS = 'PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0;'

/** Prisma's code for what SQLite calls busy. */
const BUSY = 'P1008'

/** Sets up every connection that Prisma opens. */
export class CarefulSqlite extends PrismaBetterSqlite3 {
  override async connect() {
    const connection = await super.connect()
    await connection.executeScript(CONNECTION_PRAGMAS)
    return connection
  }
}

/** A database in one file of the data folder, readable by its owner alone. */
export function sqlitePlace(dataDirectory: string, migrationsFolder = SQLITE_MIGRATIONS): DatabasePlace {
  const file = path.join(dataDirectory, 'claims.sqlite')
  return {
    exists: () => Promise.resolve(hasInstallation(file)),
    migrate: async () => {
      // SQLite gives its log the rights that the file has, so it is its owner's from the beginning.
      if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
      chmodSync(file, 0o600)
      await migrateSqlite(file, migrationsFolder)
    },
    open: () => openSqlite(file),
  }
}

/** Whether an installation has been made in the file. */
function hasInstallation(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new Database(file, { timeout: LOCK_TIMEOUT_MS })
  try {
    const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'Installation'").get()
    return table !== undefined && database.prepare('SELECT 1 FROM Installation').get() !== undefined
  } finally {
    database.close()
  }
}

/**
 * A client is one connection of the driver. On that of the transactions, a statement outside of them would slip into one that is open, and
 * be lost if that one fails. So what is read without one has a connection of its own, which sees what is in the database for good.
 */
function openSqlite(file: string): OpenDatabase {
  const opened = identityOf(file)
  const connect = () =>
    new PrismaClient({
      adapter: new CarefulSqlite({ url: `file:${file}`, timeout: LOCK_TIMEOUT_MS }),
      transactionOptions: { maxWait: LOCK_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
    })
  const [prisma, reader] = [connect(), connect()]
  const waitForLock = createLockQueue(isBusy, LOCK_TIMEOUT_MS)
  const transact: OpenDatabase['transact'] = work => waitForLock(() => prisma.$transaction(work))
  return {
    transact,
    read: work => waitForLock(() => work(reader)),
    emptyLog: () => emptyLog(file),
    checkPlace: async () => {
      if (identityOf(file) !== opened) throw new Error('another file stands where the database was')
      await access(file, constants.W_OK)
      if (!(await hasRoomOnDisk(path.dirname(file), SAVE_BYTES)) || (await bytesLeftIn(prisma)) < SAVE_BYTES)
        throw new Error('there is no room for a save')
    },
    close: async () => void (await Promise.all([prisma.$disconnect(), reader.$disconnect()])),
  }
}

/** By how much the file may grow, in bytes: SQLite itself has a limit, beside the disk's. */
const bytesLeftIn = (prisma: PrismaClient): Promise<number> =>
  prisma.$transaction(async transaction => {
    const read = async (name: string) => {
      const [row] = await transaction.$queryRawUnsafe<Record<string, bigint>[]>(`PRAGMA ${name}`)
      return Number(row?.[name])
    }
    const pages = (await read('max_page_count')) - (await read('page_count')) + (await read('freelist_count'))
    return pages * (await read('page_size'))
  })

/** Whether a transaction met a lock. A statement's error comes through Prisma; a commit's error comes from the driver as it is. */
function isBusy(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === BUSY
  return isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout'
}

/** The identity of a file. SQLite goes on writing to a file that was moved away or replaced, so the name alone proves nothing. */
function identityOf(file: string): string {
  const { dev, ino } = statSync(file, { bigint: true })
  return `${dev}:${ino}`
}

/** A checkpoint cannot run inside a transaction, so it has a connection of its own, which never waits for ours. */
async function emptyLog(file: string): Promise<boolean> {
  const connection = new Database(file, { timeout: 0 })
  try {
    for (let attempt = 0; attempt < EMPTY_LOG_TRIES; attempt++) {
      const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      if (result?.busy === 0) return true
      await wait(EMPTY_LOG_PAUSE_MS)
    }
    return false
  } finally {
    connection.close()
  }
}
