import type { Day } from '#machines/calendar/day.ts'
import { dueDays, type DueDay } from '#machines/casework/due-days.ts'
import { oneself, type Actor } from '#machines/casework/permissions.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { OnCase } from '#app/data/cases/index.server.ts'
import { openAbout, openSummary } from '#app/data/drafts/index.server.ts'
import { filterWhere, scopeWhere, type CaseFilters } from './caseload-query.server.ts'
import { ROW_SELECT, workersOf, type ListedCase } from './caseload-rows.server.ts'
import type { CaseworkContext, OrganizationKey } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'

/**
 * Most cases whose days are shown together. Those with the nearest days are shown: more cases would give no overview, and each has to be
 * opened.
 */
export const MOST_DUE_CASES = 500

/** A case with its due days. It holds no survivor's name. */
export interface DueCase {
  readonly number: number
  /** The organization's own label for the case; may be empty. */
  readonly label: string
  /** Names of the members who work on it. */
  readonly workers: readonly string[]
  readonly due: readonly DueDay[]
}

/** The cases in which something is due. */
interface DueList {
  readonly cases: readonly DueCase[]
  /** Whether there are more than {@link MOST_DUE_CASES}. */
  readonly more: boolean
}

export type DueFilters = Pick<CaseFilters, 'memberId' | 'teamId'>

/** The due days across the cases that a member may see. */
export interface CaseDue {
  /** Lists the cases, and writes into the record that a list was opened. */
  readonly list: (actor: Actor, filters: DueFilters) => Promise<DueList>
}

const NOTHING: DueList = { cases: [], more: false }

export function createCaseDue(context: CaseworkContext, onCase: OnCase): CaseDue {
  return {
    async list(actor, filters) {
      const listed = await onCase.organization(actor, 'read:case', oneself(actor), 'case.listed', async (transaction, { key }) => {
        const today = dayInLosAngeles(new Date(context.now()))
        const { rows, more } = await rowsWithDays(transaction, key, actor, filters, today)
        const workers = await workersOf(
          transaction,
          key,
          rows.map(({ id }) => id),
        )
        const cases = rows.map(row => ({
          number: row.number,
          label: openAbout(key, row).label,
          workers: (workers.get(row.id) ?? []).map(({ name }) => name),
          due: dueIn(key, row, today),
        }))
        return { cases, more }
      })
      return listed.ok ? listed.value : NOTHING
    },
  }
}

/** The cases with a day that a member may see, the nearest day first. */
export async function rowsWithDays(
  transaction: Transaction,
  key: OrganizationKey,
  actor: Actor,
  filters: DueFilters,
  today: Day,
): Promise<{ readonly rows: readonly ListedCase[]; readonly more: boolean }> {
  const scope = await scopeWhere(transaction, actor)
  if (!scope) return { rows: [], more: false }
  const read = await transaction.case.findMany({
    where: { AND: [scope, ...(await filterWhere(transaction, key, actor, filters, today)), { dueOn: { not: null } }] },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
    take: MOST_DUE_CASES + 1,
    select: ROW_SELECT,
  })
  return { rows: read.slice(0, MOST_DUE_CASES), more: read.length > MOST_DUE_CASES }
}

/** The due days of a case; none where its claim was taken back. */
export function dueIn(key: OrganizationKey, row: ListedCase, today: Day): DueDay[] {
  const summary = openSummary(key, row)
  return summary ? dueDays(summary, today) : []
}
