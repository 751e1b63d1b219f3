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

/** Days for which a draft is kept after its last use, and after the last of the Board's own days. The pages state them. */
export const DELETE_AFTER_DAYS = 90
/**
 * Days for which a draft without a phrase that no organization ever had is kept after its last save. Nobody can open it once its session
 * has ended.
 */
export const DELETE_AFTER_DAYS_WITHOUT_PHRASE = 1

/** A claim that an organization began is kept by the organization's own rules, not by the last save. */
export const STAFF_DRAFT_KEPT_UNTIL = new Date('9999-12-31T00:00:00Z')

const DAY_MS = 86_400_000

/** The columns that its retention depends on. */
type Kept = Pick<Draft, 'lookup' | 'everShared' | 'deleteAfter'>

/** Content that the retention depends on: the draft's own days, and the answers as far as they were shared. */
type Told = Pick<DraftContent, 'answers' | 'status'>

/**
 * The end of the retention of a draft that is used now: opened, saved, shared with an organization, or taken back. It is never before the
 * earlier end, because a page told that to the survivor.
 * @param told `null` where the content is not open here
 */
export function keptUntil({ lookup, everShared, deleteAfter }: Kept, told: Told | null, now: number): Date {
  const days = lookup !== null || everShared ? DELETE_AFTER_DAYS : DELETE_AFTER_DAYS_WITHOUT_PHRASE
  return latest(deleteAfter, new Date(now + days * DAY_MS), told && afterTheBoard(told, now))
}

/** The end of the retention of a new draft that is never saved again. */
export const newDraftKeptUntil = (now: number): Date => keptUntil({ lookup: null, everShared: false, deleteAfter: new Date(0) }, null, now)

/** The end of the retention of a draft that gets a phrase. From now on the draft is the survivor's own, even if an organization began it. */
export function withWordsKeptUntil(row: Kept, told: Told, now: number): Date {
  const isStaffs = row.deleteAfter.getTime() === STAFF_DRAFT_KEPT_UNTIL.getTime()
  return keptUntil(
    { lookup: 'made just now', everShared: row.everShared, deleteAfter: isStaffs ? new Date(0) : row.deleteAfter },
    told,
    now,
  )
}

/**
 * The end of the days in which the Board, or a court after it, may still answer, and of the days after them; `null` while nothing was
 * mailed.
 */
function afterTheBoard({ answers, status }: Told, now: number): Date | null {
  // Most saves come before the mailing, so they need not assemble the claim.
  if (!status.some(({ type }) => type === 'FILED')) return null
  const today = dayInLosAngeles(new Date(now))
  const last = lastBoardDay(assembleClaim(answers, today), replayDraft(status), today)
  // At noon in London it is the same day in Los Angeles.
  return last && new Date(`${addDays(last.day, DELETE_AFTER_DAYS)}T12:00:00Z`)
}

const latest = (...dates: readonly (Date | null)[]) => new Date(Math.max(...dates.map(date => date?.getTime() ?? 0)))

/** Extends the retention of a draft that is looked at again, if it was last extended a day or more ago. */
export async function keepSeen(transaction: Transaction, row: Draft, now: number): Promise<Date> {
  if (row.lookup === null && !row.everShared) return row.deleteAfter
  const until = keptUntil(row, null, now)
  if (until.getTime() - row.deleteAfter.getTime() < DAY_MS) return row.deleteAfter
  await keepAtLeast(transaction, row.id, until)
  return until
}

/** Moves a draft's day of deletion forward, never back. */
export async function keepAtLeast({ draft }: Transaction, id: string, until: Date): Promise<void> {
  await draft.updateMany({ where: { id, deleteAfter: { lt: until } }, data: { deleteAfter: until } })
}

/**
 * Keeps a draft that is shared with an organization, or taken back from one, as if it had been used now.
 * @param keys `null` where the caller has no keys to open the draft
 */
export async function keepShared(transaction: Transaction, draftId: string, keys: DraftKeys | null, now: number): Promise<void> {
  const row = await transaction.draft.findUnique({ where: { id: draftId } })
  if (!row) return
  await keepAtLeast(transaction, draftId, keptUntil({ ...row, everShared: true }, keys && openContent(keys, row), now))
}

/**
 * A condition for drafts past their retention. A draft that an organization has is kept by that organization's rules until it is taken
 * back.
 */
export const overdueDrafts = (now: number) =>
  ({ deleteAfter: { lt: new Date(now) }, cases: { none: { grant: { not: null } } } }) satisfies Prisma.DraftWhereInput

/** Deletes a draft with its sessions and its history; the one note that it was deleted stays. */
export async function deleteDraft(transaction: Transaction, draftId: string, kind: AuditKind, now: number): Promise<void> {
  await transaction.auditEvent.deleteMany({ where: { draftId } })
  await transaction.draft.deleteMany({ where: { id: draftId } })
  await note(transaction, draftId, kind, now)
}
