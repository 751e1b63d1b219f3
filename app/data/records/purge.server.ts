import { eraseOverdueCases } from './case-erasing.server.ts'
import { type CaseworkContext, IDLE_MINUTES_RANGE } from '#app/data/organizations/index.server.ts'
import { createClockWatch, type OpenDatabase, type PurgeCall, type Transaction } from '#app/data/engine/index.server.ts'
import { deleteDraft, idleLimit, overdueDrafts } from '#app/data/drafts/index.server.ts'
import { previewPurge, type PurgePreview } from './purge-preview.server.ts'

/** Days after which audit events are deleted. */
const AUDIT_DAYS = 365

const DAY_MS = 86_400_000
/** Drafts deleted in one transaction, so that saving never waits long. */
const BATCH = 100

/** The numbers of what a purge deleted. */
interface Purged {
  readonly drafts: number
  /** Cases past the retention that their organization chose. */
  readonly cases: number
  readonly sessions: number
}

/** Deletes data past its retention. */
export interface Purge {
  /** Deletes. Drafts, cases and audit events wait where the clock is in doubt; see {@link waiting}. */
  readonly run: (call?: PurgeCall) => Promise<Purged>
  /** Tells what {@link run} would delete if the clock is right; deletes nothing. */
  readonly preview: () => Promise<PurgePreview>
  /** Says in one line for the operator why the purge waits; `null` where it does not. */
  readonly waiting: () => Promise<string | null>
}

export function createPurge({ transact, emptyLog }: OpenDatabase, context: CaseworkContext): Purge {
  const { now } = context
  const clock = createClockWatch({ transact }, now)

  return {
    async run(call = 'command') {
      const sessions = await transact(transaction => endSessions(transaction, now()))
      const mayDelete = await clock.mayDelete(call)
      const [cases, drafts] = mayDelete ? [await eraseOverdueCases(context), await deleteOverdueDrafts()] : [0, 0]
      if (sessions + drafts + cases > 0) await emptyLog()
      return { drafts, cases, sessions }
    },
    preview: () => previewPurge(context),
    waiting: clock.waiting,
  }

  async function deleteOverdueDrafts(): Promise<number> {
    const past = overdueDrafts(now())
    const overdue = await transact(async ({ auditEvent, draft }) => {
      await auditEvent.deleteMany({ where: { at: { lt: new Date(now() - AUDIT_DAYS * DAY_MS) } } })
      return draft.findMany({ where: past, select: { id: true } })
    })
    let drafts = 0
    for (let start = 0; start < overdue.length; start += BATCH) {
      drafts += await transact(async transaction => {
        let deleted = 0
        for (const { id } of overdue.slice(start, start + BATCH)) {
          // Checks again at the deletion, because the draft may have been saved since.
          const { count } = await transaction.draft.deleteMany({ where: { id, ...past } })
          if (count === 1) await deleteDraft(transaction, id, 'draft.expired', now())
          deleted += count
        }
        return deleted
      })
    }
    return drafts
  }
}

/** Deletes idle sessions, expired counters, links, codes and challenges. Nothing that a person wrote goes with them. */
async function endSessions(transaction: Transaction, now: number): Promise<number> {
  const { session, rateLimit, staffSession, invitation, passkeyChallenge, shareCode } = transaction
  const past = { lt: new Date(now) }
  const { count } = await session.deleteMany({ where: { lastSeenAt: { lt: idleLimit(now) } } })
  await rateLimit.deleteMany({ where: { expire: past } })
  await staffSession.deleteMany({
    where: { OR: [{ endsAt: past }, { lastSeenAt: { lt: new Date(now - IDLE_MINUTES_RANGE.most * 60_000) } }] },
  })
  await invitation.deleteMany({ where: { expiresAt: past } })
  await passkeyChallenge.deleteMany({ where: { expiresAt: past } })
  await shareCode.deleteMany({ where: { expiresAt: past } })
  return count
}
