import type { Transaction } from '#app/data/engine/index.server.ts'

/** Ends a member's calendar address, where they have one, in the transaction that replaces it or takes their access away. */
export async function endCalendarFeed({ calendarFeed }: Transaction, memberId: string): Promise<void> {
  await calendarFeed.deleteMany({ where: { memberId } })
}
