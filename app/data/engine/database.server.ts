import type { Prisma } from '../generated/sqlite/client.ts'

/** What a piece of work sees of the database while its transaction is open. The models are the same on both databases, and so is this. */
export type Transaction = Prisma.TransactionClient

/** What work that only reads sees of the database. */
type Reader = Pick<Transaction, '$queryRaw'> & {
  readonly [Model in keyof Transaction]: Pick<Transaction[Model], Extract<keyof Transaction[Model], 'findUnique'>>
}

/** The open database; nothing is written outside of a transaction. */
export interface OpenDatabase {
  /**
   * Runs the work in a transaction: all or nothing, on one moment of the database. Work that writes the same row as another transaction may
   * be undone and run again, so it must change nothing outside the transaction. A row that a decision depends on must be written, if only
   * with the value that it has.
   * Where the work writes, its first statement must be a write: SQLite takes its one write lock with that statement, and a lock asked for
   * later fails when another process has written in between.
   */
  readonly transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>
  /**
   * Finds a row, with rows that belong to it, among what is kept for good. Each statement may see a later moment than the one before, so it is
   * for what is right whichever moment each row is of. It spares the beginning and the end of a transaction, on PostgreSQL three turns.
   */
  readonly read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
  /**
   * Empties the log in which overwritten and deleted rows still stand, where the database is a file of ours.
   * @returns false where others kept the log busy; the next call, or the last server to stop, empties it
   */
  readonly emptyLog: () => Promise<boolean>
  /**
   * Rejects where a save would fail or be lost: no room, no permission to write, or another file in the place of the opened one. Writes
   * nothing.
   */
  readonly checkPlace: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Where a database stands, before it is opened. */
export interface DatabasePlace {
  /** Whether an installation has been made there already. */
  readonly exists: () => Promise<boolean>
  /**
   * Applies the migrations that the database lacks, and makes it where it does not exist.
   * @throws MigrationError
   */
  readonly migrate: () => Promise<void>
  /** Opens the database, once its migrations are applied. */
  readonly open: () => OpenDatabase
}

export const LOCK_TIMEOUT_MS = 10_000
export const TRANSACTION_TIMEOUT_MS = 20_000
