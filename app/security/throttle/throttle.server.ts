import { createHmac } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'

/** So many tries in so many seconds. */
export interface Limit {
  readonly tries: number
  readonly seconds: number
}

/**
 * How guessing is slowed. The secret words have 64 bits, so the limits need not be narrow: they keep
 * guessing hopeless and the server free, while people who mistype come back after minutes, never "locked".
 */
export const TRY_LIMITS = {
  /** Per address, generous: a shelter's people share one, and so may a library's. */
  address: { tries: 60, seconds: 60 },
  /** Per finder, whether or not a draft has it. */
  row: { tries: 10, seconds: 15 * 60 },
  /** For everybody together. */
  everyone: { tries: 300, seconds: 60 },
} as const satisfies Record<string, Limit>

/**
 * How making drafts is slowed, so that nobody fills the disk before the purge comes by. Wide enough for a class or a
 * clinic that begins many claims behind one address.
 */
export const NEW_DRAFT_LIMITS = {
  address: { tries: 300, seconds: 60 * 60 },
  /** A draft that is not there yet aims at no row. */
  row: { tries: 0, seconds: 1 },
  everyone: { tries: 3_000, seconds: 60 * 60 },
} as const satisfies Record<keyof typeof TRY_LIMITS, Limit>

/**
 * How attaching papers is slowed: each can weigh megabytes and costs a process some seconds. Wide enough for a clinic that
 * attaches all of a day's papers behind one address.
 */
export const NEW_PAPER_LIMITS = {
  address: { tries: 200, seconds: 60 * 60 },
  /** A paper aims at the draft that is open, whose own bounds count. */
  row: { tries: 0, seconds: 1 },
  everyone: { tries: 1_000, seconds: 60 * 60 },
} as const satisfies Record<keyof typeof TRY_LIMITS, Limit>

/** One try to open a draft. */
interface Try {
  /** Where the request came from. Kept as an HMAC only, until its limit's time is over. */
  readonly address: string
  /** What the try aims at; `null` where it aims at nothing that could exist. */
  readonly row: string | null
}

export type TryAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number }

/** Counts tries in the database, so that several servers, and a restarted one, count together. */
export interface Throttle {
  readonly count: (attempt: Try) => Promise<TryAnswer>
  /** Forgets the slips at a row after it was opened. */
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
      // The purge takes them away; a timer in every server need not.
      clearExpiredByTimeout: false,
    })
  const [address, row, everyone] = [limiter('address'), limiter('row'), limiter('everyone')]
  const keyOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    async count(attempt) {
      try {
        // What one address or one row has too much of must not use up what belongs to everyone.
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
