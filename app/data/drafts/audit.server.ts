import type { Transaction } from '#app/data/engine/index.server.ts'

/** Things that are noted, without values, so that one can see later that they happened. */
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

/** Notes that something happened to a draft, in the transaction in which it happens. */
export async function note(transaction: Transaction, draftId: string, kind: AuditKind, now: number): Promise<void> {
  await transaction.auditEvent.create({ data: { draftId, kind, at: new Date(now) } })
}
