import { setTimeout as wait } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import { PrismaClient, type Prisma } from './generated/client.ts'

/** What a piece of work sees of the database while its transaction is open. */
export type Transaction = Prisma.TransactionClient

/** The open database, reached through transactions alone. */
export interface OpenDatabase {
  /**
   * Runs the work in a transaction; all or nothing. The driver has one connection, and a statement outside
   * would slip into whichever transaction is open and vanish if that one fails: so there are none outside.
   * Where the work writes, its first statement is a write, which takes SQLite's write lock before anything is
   * read; a lock asked for later fails when another process has written in between.
   */
  readonly transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>
  /**
   * Empties the write-ahead log, in which overwritten and deleted rows still stand.
   * @returns false where others kept the log busy; the next call, or the last server to stop, empties it
   */
  readonly emptyLog: () => Promise<boolean>
  readonly close: () => Promise<void>
}

const LOCK_TIMEOUT_MS = 10_000
const TRANSACTION_TIMEOUT_MS = 20_000
const EMPTY_LOG_TRIES = 50
const EMPTY_LOG_PAUSE_MS = 20

/**
 * `synchronous = FULL`: an answer that was acknowledged survives a power cut, too, not only a killed server.
 * `secure_delete`: what is deleted is overwritten with zeros, not only forgotten.
 */
const CONNECTION_PRAGMAS = 'PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;'

/** Sets up every connection that Prisma opens. */
export class CarefulSqlite extends PrismaBetterSqlite3 {
  override async connect() {
    const connection = await super.connect()
    await connection.executeScript(CONNECTION_PRAGMAS)
    return connection
  }
}

/** Opens a database whose migrations have been applied. */
export function openDatabase(databaseFile: string): OpenDatabase {
  const prisma = new PrismaClient({
    adapter: new CarefulSqlite({ url: `file:${databaseFile}`, timeout: LOCK_TIMEOUT_MS }),
    transactionOptions: { maxWait: LOCK_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return {
    transact: work => prisma.$transaction(work),
    emptyLog: () => emptyLog(databaseFile),
    close: () => prisma.$disconnect(),
  }
}

/** A checkpoint cannot run inside a transaction, so it has a connection of its own, which never waits for ours. */
async function emptyLog(databaseFile: string): Promise<boolean> {
  const connection = new Database(databaseFile, { timeout: 0 })
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
