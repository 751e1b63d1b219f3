import type { OpenDatabase } from './database.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

/**
 * The table of counters as rate-limiter-flexible calls it. Each call has a transaction of its own. Otherwise it could slip into the open
 * transaction of another caller, and the count would be undone when that one fails.
 */
export function createCounters({ transact }: OpenDatabase) {
  return {
    deleteMany: (query: Prisma.RateLimitDeleteManyArgs) => transact(({ rateLimit }) => rateLimit.deleteMany(query)),
    upsert: (query: Prisma.RateLimitUpsertArgs) => transact(({ rateLimit }) => rateLimit.upsert(query)),
    findFirst: (query: Prisma.RateLimitFindFirstArgs) => transact(({ rateLimit }) => rateLimit.findFirst(query)),
  }
}
