import { addMonths } from '#machines/calendar/day.ts'
import { wholeOrganization, type Actor } from '#machines/casework/permissions.ts'
import { type CaseResult, NO_WORDS, type OnCase, requireAllowed } from '#app/data/cases/index.server.ts'
import { CLOSED, deleteDraft, keepShared, blindIndexFor, openGrant, sealAbout } from '#app/data/drafts/index.server.ts'
import {
  addToRecord,
  type CaseworkContext,
  HELD_ORGANIZATION,
  openOrganizationKey,
  type OrganizationKey,
} from '#app/data/organizations/index.server.ts'
import type { OpenDatabase, Transaction } from '#app/data/engine/index.server.ts'
import type { Case, Prisma } from '../generated/sqlite/client.ts'

/** Months that an owner may choose, after which a closed case is erased. */
export const KEEP_MONTHS_RANGE = { least: 1, most: 240 } as const

/** An organization's retention of closed cases, and their erasing. */
export interface Retention {
  /** Months after which closed cases are erased; `null` where they are never erased automatically. */
  readonly months: (organizationId: string) => Promise<number | null>
  /** Counts the cases that the next purge erases if these months are chosen. */
  readonly countDue: (organizationId: string, months: number) => Promise<number>
  /**
   * Chooses the months.
   * @throws Error where the member lacks the permission
   */
  readonly choose: (actor: Actor, months: number | null) => Promise<void>
  /** Erases one case now. */
  readonly erase: (actor: Actor, number: number) => Promise<CaseResult<null>>
}

/** Replaces the blind index of a state in an erased case. Real blind indexes are longer. */
const ERASED = 'erased'
/** Cases erased in one transaction, so that members do not wait long. */
const BATCH = 20

export function createRetention(context: CaseworkContext, onCase: OnCase, emptyLog: OpenDatabase['emptyLog']): Retention {
  const { transact, now } = context
  return {
    months: async organizationId =>
      (await transact(({ organization }) => organization.findUniqueOrThrow({ where: { id: organizationId } }))).keepMonths,

    countDue: (organizationId, months) =>
      transact(async ({ organization, case: cases }) => {
        const key = openOrganizationKey(context.wrapping, await organization.findUniqueOrThrow({ where: { id: organizationId } }))
        return cases.count({ where: overdueCases(key, months, now()) })
      }),

    async choose(actor, months) {
      const chosen = await onCase.organization(actor, 'delete:case', wholeOrganization(actor), 'keeping.changed', ({ organization }) =>
        organization.update({ where: { id: actor.organizationId }, data: { keepMonths: months }, select: { id: true } }),
      )
      requireAllowed(chosen)
    },

    async erase(actor, number) {
      const erased = await onCase.row(actor, 'delete:case', number, 'case.deleted', async (transaction, { row, key }) => {
        await eraseCase(transaction, key, row, now())
        return null
      })
      if (erased.ok) await emptyLog()
      return erased
    },
  }
}

/**
 * Erases cases past the retention that their organization chose. It is to be called now and then, before the log is emptied.
 * @returns how many cases were erased
 */
export async function eraseOverdueCases({ transact, wrapping, now }: CaseworkContext): Promise<number> {
  const organizations = await transact(({ organization }) =>
    organization.findMany({ where: { keepMonths: { not: null } }, select: { id: true } }),
  )
  let erased = 0
  for (const { id } of organizations) {
    for (let last = BATCH; last === BATCH; erased += last) {
      last = await transact(async transaction => {
        // Holds the row, because the next place in the record depends on it, and reads it again, because an owner may have chosen otherwise
        // meanwhile.
        const organization = await transaction.organization.update({ where: { id }, data: HELD_ORGANIZATION })
        if (organization.keepMonths === null) return 0
        const key = openOrganizationKey(wrapping, organization)
        const rows = await transaction.case.findMany({ where: overdueCases(key, organization.keepMonths, now()), take: BATCH })
        for (const row of rows) await eraseCase(transaction, key, row, now())
        await addToRecord(
          transaction,
          key,
          organization,
          now(),
          rows.map(row => ({ by: 'system' as const, kind: 'case.erased' as const, caseId: row.id })),
        )
        return rows.length
      })
    }
  }
  return erased
}

/** A condition for cases that were closed and not changed, or whose claim was taken back, for so many months. */
export function overdueCases(key: OrganizationKey, months: number, now: number): Prisma.CaseWhereInput {
  const limit = { lt: new Date(`${addMonths(new Date(now).toISOString().slice(0, 10), -months)}T00:00:00Z`) }
  return {
    organizationId: key.organizationId,
    stateMark: { not: ERASED },
    OR: [{ stateMark: blindIndexFor(key, 'state', 'closed'), changedAt: limit }, { endedAt: limit }],
  }
}

/**
 * Deletes all that an organization knows of a case. The case's number, its times and its lines in the record stay. A claim that a survivor
 * or another organization has stays, too, because it is theirs. A claim that this organization alone could open is deleted with the case.
 */
async function eraseCase(transaction: Transaction, key: OrganizationKey, row: Case, now: number): Promise<void> {
  const ofCase = { where: { caseId: row.id } }
  const grant = openGrant(key, row)
  await transaction.caseMark.deleteMany(ofCase)
  await transaction.caseNote.deleteMany(ofCase)
  await transaction.caseComment.deleteMany(ofCase)
  await transaction.casePresence.deleteMany(ofCase)
  await transaction.suggestion.deleteMany(ofCase)
  await transaction.case.update({
    where: { id: row.id },
    data: {
      ...CLOSED,
      about: sealAbout(key, row.id, NO_WORDS),
      stateMark: ERASED,
      changedAt: new Date(now),
      endedAt: row.endedAt ?? new Date(now),
    },
    select: { id: true },
  })
  if (row.draftId === null || !grant) return
  if (grant.dataKey && (await isNobodyElses(transaction, row.draftId))) await deleteDraft(transaction, row.draftId, 'draft.deleted', now)
  else await keepShared(transaction, row.draftId, null, now)
}

/** Whether no phrase opens a claim and no organization has it any more. */
async function isNobodyElses({ draft }: Transaction, id: string): Promise<boolean> {
  return (await draft.count({ where: { id, lookup: null, cases: { none: { grant: { not: null } } } } })) === 1
}
