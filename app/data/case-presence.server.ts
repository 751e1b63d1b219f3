import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, OnCase } from './case-desk.server.ts'
import type { Desk } from './casework-desk.server.ts'
import type { Transaction } from './database.server.ts'
import { memberNames } from './members.server.ts'

/** Seconds after which somebody who no longer asks is taken to be gone. */
export const PRESENT_SECONDS = 60

/** Who has a case open just now. */
export interface CasePresence {
  /** Notes that the member has the case open; the names of the others who have. */
  readonly see: (actor: Actor, number: number) => Promise<CaseResult<readonly string[]>>
}

/** Notes that a member has a case open; the ids of the others who have. */
export async function seeOthers({ casePresence }: Transaction, caseId: string, memberId: string, now: number): Promise<readonly string[]> {
  const seenAt = new Date(now)
  await casePresence.upsert({
    where: { caseId_memberId: { caseId, memberId } },
    update: { seenAt },
    create: { caseId, memberId, seenAt },
  })
  const rows = await casePresence.findMany({ where: { caseId, memberId: { not: memberId } } })
  return rows.filter(row => now - row.seenAt.getTime() < PRESENT_SECONDS * 1_000).map(row => row.memberId)
}

export function createCasePresence({ transact, now }: Desk, onCase: OnCase): CasePresence {
  return {
    async see(actor, number) {
      const found = await onCase.peek(actor, 'read:case', number, ({ row, key }) => ({ caseId: row.id, key }))
      if (!found.ok) return found
      const { caseId, key } = found.value
      const others = await transact(async transaction => {
        const ids = await seeOthers(transaction, caseId, actor.memberId, now())
        const names = await memberNames(transaction, key)
        return ids.flatMap(id => names.get(id) ?? [])
      })
      return { ok: true, value: others }
    },
  }
}
