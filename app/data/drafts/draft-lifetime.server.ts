import { dayInLosAngeles } from '#app/clock.server.ts'
import { addDays } from '#machines/calendar/day.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { replayDraft } from '#machines/draft/machine.ts'
import { lastBoardDay } from '#machines/rules/last-board-day.ts'
import { note, type AuditKind } from './audit.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { DraftKeys } from '#app/keys/draft-keys.server.ts'
import { openContent, type DraftContent } from './draft-seals.server.ts'
import type { Draft, Prisma } from '../generated/sqlite/client.ts'

/** Days after the last use of a draft, and after the last of the Board's own days, for which it is kept; the pages say so. */
export const DELETE_AFTER_DAYS = 90
/** The same after the last save of a draft without a phrase that no group ever held: nobody can open it once its session has ended. */
export const DELETE_AFTER_DAYS_WITHOUT_PHRASE = 1

/** A claim that an organization began is kept by the organization's own rules, not by the last save. */
export const STAFF_DRAFT_KEPT_UNTIL = new Date('9999-12-31T00:00:00Z')

const DAY_MS = 86_400_000

/** What tells how long a draft is kept. */
type Kept = Pick<Draft, 'lookup' | 'everShared' | 'deleteAfter'>

/** What the draft says of its own days; the answers as far as they were given. */
type Told = Pick<DraftContent, 'answers' | 'status'>

/**
 * Until when a draft is kept that is used now: opened, saved, given to a group, or taken from one. Never before the day that it had, since
 * that was told to somebody.
 * @param told `null` where nobody who is here can open it
 */
export function keptUntil({ lookup, everShared, deleteAfter }: Kept, told: Told | null, now: number): Date {
  const days = lookup !== null || everShared ? DELETE_AFTER_DAYS : DELETE_AFTER_DAYS_WITHOUT_PHRASE
  return latest(deleteAfter, new Date(now + days * DAY_MS), told && afterTheBoard(told, now))
}

/** When a draft that is only made now is deleted if it is not saved again. */
export const newDraftKeptUntil = (now: number): Date => keptUntil({ lookup: null, everShared: false, deleteAfter: new Date(0) }, null, now)

/** The same for a draft that gets words: from here on it is the person's own, whoever began it. */
export function withWordsKeptUntil(row: Kept, told: Told, now: number): Date {
  const isStaffs = row.deleteAfter.getTime() === STAFF_DRAFT_KEPT_UNTIL.getTime()
  return keptUntil(
    { lookup: 'made just now', everShared: row.everShared, deleteAfter: isStaffs ? new Date(0) : row.deleteAfter },
    told,
    now,
  )
}

/** Days after the last on which the Board, or a court after it, may still be waited for; `null` while nothing was mailed. */
function afterTheBoard({ answers, status }: Told, now: number): Date | null {
  // Claims are saved often and mailed once.
  if (!status.some(({ type }) => type === 'FILED')) return null
  const today = dayInLosAngeles(new Date(now))
  const last = lastBoardDay(assembleClaim(answers, today), replayDraft(status), today)
  // Noon in London is that day in Los Angeles, too.
  return last && new Date(`${addDays(last.day, DELETE_AFTER_DAYS)}T12:00:00Z`)
}

const latest = (...dates: readonly (Date | null)[]) => new Date(Math.max(...dates.map(date => date?.getTime() ?? 0)))

/** Keeps a draft that is looked at again, where a day or more has passed since that was last written. */
export async function keepSeen(transaction: Transaction, row: Draft, now: number): Promise<Date> {
  if (row.lookup === null && !row.everShared) return row.deleteAfter
  const until = keptUntil(row, null, now)
  if (until.getTime() - row.deleteAfter.getTime() < DAY_MS) return row.deleteAfter
  await keepAtLeast(transaction, row.id, until)
  return until
}

/** Moves the time of a draft's deletion forward, never back. */
export async function keepAtLeast({ draft }: Transaction, id: string, until: Date): Promise<void> {
  await draft.updateMany({ where: { id, deleteAfter: { lt: until } }, data: { deleteAfter: until } })
}

/**
 * Keeps a draft that a group is given, or that is taken from one, as if it had been used now.
 * @param keys `null` where nobody who is here can open it
 */
export async function keepShared(transaction: Transaction, draftId: string, keys: DraftKeys | null, now: number): Promise<void> {
  const row = await transaction.draft.findUnique({ where: { id: draftId } })
  if (!row) return
  await keepAtLeast(transaction, draftId, keptUntil({ ...row, everShared: true }, keys && openContent(keys, row), now))
}

/** Drafts past their time. What an organization was given it keeps by rules of its own, until it is taken back. */
export const overdueDrafts = (now: number) =>
  ({ deleteAfter: { lt: new Date(now) }, cases: { none: { grant: { not: null } } } }) satisfies Prisma.DraftWhereInput

/** Deletes a draft with its sessions and its history; the one note that it was deleted stays. */
export async function deleteDraft(transaction: Transaction, draftId: string, kind: AuditKind, now: number): Promise<void> {
  await transaction.auditEvent.deleteMany({ where: { draftId } })
  await transaction.draft.deleteMany({ where: { id: draftId } })
  await note(transaction, draftId, kind, now)
}
