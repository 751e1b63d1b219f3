import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import { LOCK_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS, type DatabasePlace, type OpenDatabase, type Transaction } from './database.server.ts'
import { Prisma, PrismaClient } from '../generated/postgres/client.ts'
import { migratePostgres } from './migrations-postgres.server.ts'
import { withClient } from './postgres-client.server.ts'

/** Prisma's code for "met another transaction; run it again". */
const MET_ANOTHER = 'P2034'
/** How often work is run again before its error is given up to the caller. */
const TRIES = 40
/** Longest pause before the next try. Pauses grow and differ, so that transactions that conflicted do not conflict again. */
const LONGEST_PAUSE_MS = 200

/** A database on a PostgreSQL server, for several app servers that share it. */
export function postgresPlace(url: string, migrationsFolder = path.resolve('prisma/postgres/migrations')): DatabasePlace {
  return {
    exists: () => hasInstallation(url),
    migrate: () => migratePostgres(url, migrationsFolder),
    open: () => openPostgres(url),
  }
}

/** Whether an installation has been made in the database. */
const hasInstallation = (url: string): Promise<boolean> =>
  withClient(url, async client => {
    const { rows } = await client.query<{ table: string | null }>(`SELECT to_regclass('"Installation"')::text AS table`)
    if (!rows[0]?.table) return false
    const { rowCount } = await client.query('SELECT 1 FROM "Installation"')
    return Boolean(rowCount)
  })

/**
 * `RepeatableRead`: each transaction sees one moment of the database, and of two that write the same row one is undone and run
 * again. `Serializable` would also watch what is only read, but in small tables it undoes transactions of unrelated drafts.
 */
function openPostgres(url: string): OpenDatabase {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, connectionTimeoutMillis: LOCK_TIMEOUT_MS }),
    transactionOptions: {
      maxWait: LOCK_TIMEOUT_MS,
      timeout: TRANSACTION_TIMEOUT_MS,
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
    },
  })
  return {
    // Both clients are made from the same models; only the names of their types differ.
    transact: work => again(() => prisma.$transaction(transaction => work(transaction as unknown as Transaction))),
    read: work => work(prisma),
    // Rows that were overwritten stay in the server's files until it cleans up; they are ciphertext (docs/threat-model.md).
    emptyLog: () => Promise.resolve(true),
    checkPlace: () => Promise.resolve(),
    close: () => prisma.$disconnect(),
  }
}

async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (tries === TRIES || !metAnother(error)) throw error
      await wait(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** tries))
    }
  }
}

/**
 * Whether a transaction conflicted with another. A statement's error comes through Prisma; a commit's error comes from the driver as it is.
 */
function metAnother(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === MET_ANOTHER
  return isDriverAdapterError(error) && error.cause.kind === 'TransactionWriteConflict'
}
