import type { Transaction } from '../engine/database.server.ts'

/** Ends a member's calendar address, where they have one, in the transaction that replaces it or takes their access away. */
export async function endCalendarFeed({ calendarFeed }: Transaction, memberId: string): Promise<void> {
  await calendarFeed.deleteMany({ where: { memberId } })
}
