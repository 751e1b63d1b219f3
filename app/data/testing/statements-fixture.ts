import Database from 'better-sqlite3'
import { Client, type QueryConfig } from 'pg'
import { vi } from 'vitest'

/** The transactions and statements that a database got. */
export interface Asked {
  readonly transactions: number
  /** Without those that only begin, set up or end a transaction. */
  readonly statements: readonly string[]
}

const AROUND = /^(?:BEGIN|COMMIT|ROLLBACK|SET TRANSACTION)\b/i

/** Counts the transactions and statements that work sends to the databases of this process, of either kind. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Asked> {
  const sqlite = vi.spyOn(Database.prototype, 'prepare')
  const postgres = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    const asked = postgres.mock.calls as unknown as readonly (readonly [string | QueryConfig])[]
    const texts = [...sqlite.mock.calls.map(([text]) => text), ...asked.map(([query]) => (typeof query === 'string' ? query : query.text))]
    return { transactions: texts.filter(text => /^BEGIN\b/i.test(text)).length, statements: texts.filter(text => !AROUND.test(text)) }
  } finally {
    sqlite.mockRestore()
    postgres.mockRestore()
  }
}
