import { createHmac } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'

/** A number of tries in a number of seconds. */
export interface Limit {
  readonly tries: number
  readonly seconds: number
}

/**
 * How guessing is slowed. The secret words have 64 bits, so the limits need not be narrow: guessing stays hopeless and the server free, and
 * a survivor who mistypes can try again after minutes and is never "locked out".
 */
export const TRY_LIMITS = {
  /** Per address. The limit is generous, because the people of a shelter or a library share one address. */
  address: { tries: 60, seconds: 60 },
  /** Per row that the tries aim at, such as the draft of a finder, whether or not it exists. */
  row: { tries: 10, seconds: 15 * 60 },
  /** For all callers together. */
  everyone: { tries: 300, seconds: 60 },
} as const satisfies Record<string, Limit>

/**
 * How the making of drafts is slowed, so that no caller fills the disk before the purge runs. The limits are wide enough for a class or a
 * clinic that begins many claims behind one address.
 */
export const NEW_DRAFT_LIMITS = {
  address: { tries: 300, seconds: 60 * 60 },
  /** A draft that does not exist yet has no row to aim at. */
  row: { tries: 0, seconds: 1 },
  everyone: { tries: 3_000, seconds: 60 * 60 },
} as const satisfies Record<keyof typeof TRY_LIMITS, Limit>

/**
 * How the attaching of papers is slowed: each can have megabytes and takes a process some seconds. The limits are wide enough for a clinic
 * that attaches all papers of a day behind one address.
 */
export const NEW_PAPER_LIMITS = {
  address: { tries: 200, seconds: 60 * 60 },
  /** A paper goes to the draft that is open, which has its own bounds. */
  row: { tries: 0, seconds: 1 },
  everyone: { tries: 1_000, seconds: 60 * 60 },
} as const satisfies Record<keyof typeof TRY_LIMITS, Limit>

/** One try that is counted, for example to open a draft. */
interface Try {
  /** Where the request came from. Stored as an HMAC only, until the time of its limit is over. */
  readonly address: string
  /** What the try aims at; `null` where it aims at nothing that could exist. */
  readonly row: string | null
}

export type TryAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number }

/** Counts tries in the database, so that several servers, and a restarted one, count together. */
export interface Throttle {
  readonly count: (attempt: Try) => Promise<TryAnswer>
  /** Forgets the failed tries at a row after it was opened. */
  readonly forgive: (row: string) => Promise<void>
}

/**
 * @param counters table of counters with Prisma's `deleteMany`, `upsert` and `findFirst`
 * @param key 32 bytes that make counter keys; what is counted under one key does not count under another
 */
export function createThrottle(counters: object, key: Buffer, limits: Record<keyof typeof TRY_LIMITS, Limit> = TRY_LIMITS): Throttle {
  const limiter = (name: keyof typeof TRY_LIMITS) =>
    new RateLimiterPrisma({
      storeClient: { counters },
      tableName: 'counters',
      keyPrefix: name,
      points: limits[name].tries,
      duration: limits[name].seconds,
      // The purge deletes expired counters, so no server needs a timer for them.
      clearExpiredByTimeout: false,
    })
  const [address, row, everyone] = [limiter('address'), limiter('row'), limiter('everyone')]
  const keyOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    async count(attempt) {
      try {
        // Asked in this order so that tries beyond the limit of one address or row do not use up the limit of all callers.
        await address.consume(keyOf(attempt.address))
        if (attempt.row !== null) await row.consume(keyOf(attempt.row))
        await everyone.consume(keyOf('all'))
        return { ok: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) }
      }
    },
    forgive: async target => void (await row.delete(keyOf(target))),
  }
}
