import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, OnCase } from './on-case.server.ts'
import { type CaseworkContext, openMember, type OrganizationKey } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'

/** Seconds after which a member whose page no longer asks counts as gone. */
export const PRESENT_SECONDS = 60

/** Tells which members have a case open now. */
export interface CasePresence {
  /** Notes that the member has the case open; returns the names of the others who have. */
  readonly see: (actor: Actor, number: number) => Promise<CaseResult<readonly string[]>>
}

/** Notes that a member has a case open. */
export async function noteSeen({ casePresence }: Transaction, caseId: string, memberId: string, now: number): Promise<void> {
  const seenAt = new Date(now)
  await casePresence.upsert({
    where: { caseId_memberId: { caseId, memberId } },
    update: { seenAt },
    create: { caseId, memberId, seenAt },
  })
}

/** The names of the other members who have a case open. */
export async function othersWith(
  { member }: Transaction,
  key: OrganizationKey,
  caseId: string,
  memberId: string,
  now: number,
): Promise<readonly string[]> {
  const since = new Date(now - PRESENT_SECONDS * 1_000)
  const others = await member.findMany({ where: { id: { not: memberId }, presences: { some: { caseId, seenAt: { gt: since } } } } })
  return others.map(row => openMember(key, row).name)
}

export function createCasePresence({ transact, now }: CaseworkContext, onCase: OnCase): CasePresence {
  return {
    async see(actor, number) {
      const found = await onCase.peek(actor, 'read:case', number, ({ row, key }) => ({ caseId: row.id, key }))
      if (!found.ok) return found
      const { caseId, key } = found.value
      const others = await transact(async transaction => {
        await noteSeen(transaction, caseId, actor.memberId, now())
        return othersWith(transaction, key, caseId, actor.memberId, now())
      })
      return { ok: true, value: others }
    },
  }
}
