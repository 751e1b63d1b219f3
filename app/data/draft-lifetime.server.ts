import { note, type AuditKind } from './audit.server.ts'
import type { OpenDatabase, Transaction } from './database.server.ts'
import { idleLimit } from './draft-session.server.ts'
import { IDLE_MINUTES_RANGE } from './organizations.server.ts'

/** Days without a save after which a draft is deleted; the page with the phrase says so. */
export const DELETE_AFTER_DAYS = 90
/** The same for a draft without a phrase, which nobody can open once its session has ended. */
export const DELETE_AFTER_DAYS_WITHOUT_PHRASE = 1
/** Days after which notes of what happened are deleted. */
export const AUDIT_DAYS = 365

/** A claim that an organization began is kept by the organization's own rules, not by the last save. */
export const STAFF_DRAFT_KEPT_UNTIL = new Date('9999-12-31T00:00:00Z')

const DAY_MS = 86_400_000
/** Drafts deleted in one transaction, so that saving never waits long. */
const BATCH = 100

/** What a purge took away. */
export interface Purged {
  readonly drafts: number
  /** Cases past the time that their organization chose. */
  readonly cases: number
  readonly sessions: number
}

/** When a draft that is saved now is deleted if it is not saved again. */
export function deletionTime(hasPhrase: boolean, now: number): Date {
  return new Date(now + (hasPhrase ? DELETE_AFTER_DAYS : DELETE_AFTER_DAYS_WITHOUT_PHRASE) * DAY_MS)
}

/** Deletes a draft with its sessions and its history; the one note that it was deleted stays. */
export async function deleteDraft(transaction: Transaction, draftId: string, kind: AuditKind, now: number): Promise<void> {
  await transaction.auditEvent.deleteMany({ where: { draftId } })
  await transaction.draft.deleteMany({ where: { id: draftId } })
  await note(transaction, draftId, kind, now)
}

/** The same for the staff: sessions longer idle than any organization allows, or too old, links and challenges past their time. */
async function purgeStaff({ staffSession, invitation, passkeyChallenge, shareCode }: Transaction, now: number): Promise<void> {
  const past = { lt: new Date(now) }
  await staffSession.deleteMany({
    where: { OR: [{ endsAt: past }, { lastSeenAt: { lt: new Date(now - IDLE_MINUTES_RANGE.most * 60_000) } }] },
  })
  await invitation.deleteMany({ where: { expiresAt: past } })
  await passkeyChallenge.deleteMany({ where: { expiresAt: past } })
  await shareCode.deleteMany({ where: { expiresAt: past } })
}

/**
 * Deletes what is over: idle sessions, drafts past their time, old notes, expired counters.
 * @param cases how many cases were erased just now, whose rows still stand in the log
 */
export async function purge({ transact, emptyLog }: OpenDatabase, now: number, cases: number): Promise<Purged> {
  const sessions = await transact(async transaction => {
    const { count } = await transaction.session.deleteMany({ where: { lastSeenAt: { lt: idleLimit(now) } } })
    await transaction.auditEvent.deleteMany({ where: { at: { lt: new Date(now - AUDIT_DAYS * DAY_MS) } } })
    await transaction.rateLimit.deleteMany({ where: { expire: { lt: new Date(now) } } })
    await purgeStaff(transaction, now)
    return count
  })
  // What an organization was given it keeps by rules of its own, until it is taken back.
  const past = { deleteAfter: { lt: new Date(now) }, cases: { none: { grant: { not: null } } } }
  const overdue = await transact(({ draft }) => draft.findMany({ where: past, select: { id: true } }))
  let drafts = 0
  for (let start = 0; start < overdue.length; start += BATCH) {
    drafts += await transact(async transaction => {
      let deleted = 0
      for (const { id } of overdue.slice(start, start + BATCH)) {
        // Asked again where it is deleted: somebody may have saved since.
        const { count } = await transaction.draft.deleteMany({ where: { id, ...past } })
        if (count === 1) await deleteDraft(transaction, id, 'draft.expired', now)
        deleted += count
      }
      return deleted
    })
  }
  if (sessions + drafts + cases > 0) await emptyLog()
  return { drafts, cases, sessions }
}
