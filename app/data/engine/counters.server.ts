import type { OpenDatabase } from './database.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

/**
 * The counters' table as rate-limiter-flexible calls it, each call in a transaction of its own: outside of one, a
 * count would be undone whenever somebody else's transaction fails.
 */
export function createCounters({ transact }: OpenDatabase) {
  return {
    deleteMany: (query: Prisma.RateLimitDeleteManyArgs) => transact(({ rateLimit }) => rateLimit.deleteMany(query)),
    upsert: (query: Prisma.RateLimitUpsertArgs) => transact(({ rateLimit }) => rateLimit.upsert(query)),
    findFirst: (query: Prisma.RateLimitFindFirstArgs) => transact(({ rateLimit }) => rateLimit.findFirst(query)),
  }
}
