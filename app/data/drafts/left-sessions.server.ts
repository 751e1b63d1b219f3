import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { note } from './audit.server.ts'
import { LOCK_TIMEOUT_MS, type OpenDatabase, type Transaction } from '#app/data/engine/index.server.ts'
import { IDLE_MINUTES_RANGE } from '#app/data/organizations/index.server.ts'
import { findSessionKey } from '#app/keys/session-key.server.ts'

/** Longest time after which a session ends by itself. A row that the database could not delete until then opens nothing. */
const FORGOTTEN_AFTER_MS = IDLE_MINUTES_RANGE.most * 60_000
/** Most sessions that wait for the database, so that a flood of exits during an outage does not fill the memory. */
export const MOST_WAITING = 10_000
/** Sessions ended in one transaction. */
const BATCH = 100
const SHORTEST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000

/** Ids of sessions that a quick exit left and that may still be stored. They open nothing in this process. */
const left = new Set<string>()

/** Whether a quick exit left a session whose row may still be stored. */
export const isLeft = (sessionId: string): boolean => left.has(sessionId)

/** Ends sessions for the quick exit, which does not wait for the database. */
export interface LeftSessions {
  /**
   * Ends the sessions of these cookies: in this process at once, in the database as soon as it answers. Never waits and never fails.
   * A session that cannot be ended there is tried again until it has ended by itself.
   */
  readonly leave: (...cookies: readonly (string | null)[]) => void
  /** Tries once more to end the sessions that the database still has, and waits a while for it. */
  readonly close: () => Promise<void>
}

/** @param now clock in milliseconds since 1970 */
export function createLeftSessions({ transact }: Pick<OpenDatabase, 'transact'>, now: () => number): LeftSessions {
  /** The sessions that the database has yet to end, oldest first: their ids, and when each is forgotten. */
  const waiting = new Map<string, number>()
  const closing = new AbortController()
  let ending: Promise<void> | null = null

  return {
    leave(...cookies) {
      for (const cookie of cookies) {
        const session = findSessionKey(cookie)
        if (!session) continue
        waiting.set(session.id, now() + FORGOTTEN_AFTER_MS)
        left.add(session.id)
      }
      for (const oldest of waiting.keys()) {
        if (waiting.size <= MOST_WAITING) break
        forget([oldest])
      }
      ending ??= endAll()
    },
    async close() {
      closing.abort()
      await Promise.race([ending, wait(LOCK_TIMEOUT_MS, undefined, { ref: false })])
    },
  }

  async function endAll(): Promise<void> {
    // Sends the answer first, because SQLite's driver works in the same thread.
    await turn()
    let pause = SHORTEST_PAUSE_MS
    while (waiting.size > 0) {
      const ids = [...waiting.keys()].slice(0, BATCH)
      try {
        await transact(transaction => endIn(transaction, ids, now()))
        forget(ids)
        pause = SHORTEST_PAUSE_MS
      } catch {
        // The reason does not matter, since the next try tells whether the database works again; an exit is logged nowhere.
        if (closing.signal.aborted) return
        await wait(pause, undefined, { ref: false, signal: closing.signal }).catch(() => undefined)
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS)
        forget([...waiting].filter(([, until]) => until < now()).map(([id]) => id))
      }
    }
    ending = null
  }

  function forget(ids: readonly string[]): void {
    for (const id of ids) {
      waiting.delete(id)
      left.delete(id)
    }
  }
}

/** Deletes sessions of drafts and of members alike, because no two sessions share an id. */
async function endIn(transaction: Transaction, ids: readonly string[], now: number): Promise<void> {
  const where = { id: { in: [...ids] } }
  await transaction.staffSession.deleteMany({ where })
  const ended = await transaction.session.findMany({ where, select: { draftId: true } })
  await transaction.session.deleteMany({ where })
  for (const { draftId } of ended) await note(transaction, draftId, 'draft.locked', now)
}
