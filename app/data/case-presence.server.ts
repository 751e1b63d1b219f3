import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, OnCase } from './case-desk.server.ts'
import type { Desk } from './casework-desk.server.ts'

/** Seconds after which somebody who no longer asks is taken to be gone. */
export const PRESENT_SECONDS = 60

/** Who has a case open just now. */
export interface CasePresence {
  /** Notes that the member has the case open; the ids of the others who have. */
  readonly see: (actor: Actor, number: number) => Promise<CaseResult<readonly string[]>>
}

export function createCasePresence(desk: Desk, onCase: OnCase): CasePresence {
  return {
    async see(actor, number) {
      const found = await onCase.peek(actor, 'read:case', number, ({ row }) => row.id)
      if (!found.ok) return found
      const [caseId, { memberId }, seenAt] = [found.value, actor, new Date(desk.now())]
      const others = await desk.transact(async ({ casePresence }) => {
        await casePresence.upsert({
          where: { caseId_memberId: { caseId, memberId } },
          update: { seenAt },
          create: { caseId, memberId, seenAt },
        })
        const rows = await casePresence.findMany({ where: { caseId, memberId: { not: memberId } } })
        return rows.filter(row => desk.now() - row.seenAt.getTime() < PRESENT_SECONDS * 1_000).map(row => row.memberId)
      })
      return { ok: true, value: others }
    },
  }
}
