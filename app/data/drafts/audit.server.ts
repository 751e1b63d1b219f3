import type { Transaction } from '#app/data/engine/index.server.ts'

/** Kinds of events in the audit. An event holds no values; it only shows later that something happened. */
export type AuditKind =
  | 'draft.created'
  | 'draft.saved'
  | 'draft.opened'
  | 'draft.locked'
  | 'draft.deleted'
  | 'draft.expired'
  | 'phrase.made'
  | 'phrase.replaced'
  | 'packet.printed'
  | 'exhibit.added'
  | 'exhibit.changed'
  | 'exhibit.moved'
  | 'exhibit.removed'

/** Writes an event of a draft into the audit, in the transaction in which it happens. */
export async function note(transaction: Transaction, draftId: string, kind: AuditKind, now: number): Promise<void> {
  await transaction.auditEvent.create({ data: { draftId, kind, at: new Date(now) } })
}
