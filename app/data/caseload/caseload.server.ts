import { dayInLosAngeles } from '#app/clock.server.ts'
import { oneself, type Actor } from '#machines/casework/permissions.ts'
import { alertsFor, type CaseAlert } from '#machines/casework/case-alerts.ts'
import { type OnCase, requireAllowed } from '#app/data/cases/index.server.ts'
import { findSuspicions } from './caseload-alerts.server.ts'
import {
  amongNamed,
  cursorAfter,
  filterWhere,
  scopeOfMember,
  scopeWhere,
  indexRangesOf,
  type CaseFilters,
  type CaseSort,
} from './caseload-query.server.ts'
import { openRows, ROW_SELECT, type CaseRowView, type ListedCase } from './caseload-rows.server.ts'
import { searchCases } from './caseload-search.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

/** Cases on one page of the list. */
export const CASES_PER_PAGE = 50

/** The query of a list. */
export interface CaseListQuery {
  /** Words, a label, a number, digits of a telephone; found cases come best first and are not paged. */
  readonly search?: string
  readonly filters: CaseFilters
  readonly sort: CaseSort
  /** {@link CaseListPage.next} of the page before. */
  readonly after?: string
}

/** A page of cases. The total is never counted, because counting would cost more with every case. */
interface CaseListPage {
  readonly rows: readonly CaseRowView[]
  /** Cursor of the next page; `null` on the last page, and for a search. */
  readonly next: string | null
  /** Whether there are more cases than these; for a search, whether there may be. */
  readonly more: boolean
}

const NOTHING: CaseListPage = { rows: [], next: null, more: false }

/** The cases of an organization as its members see them. The database decides what a member may see; nothing is filtered out afterwards. */
export interface Caseload {
  readonly list: (actor: Actor, query: CaseListQuery) => Promise<CaseListPage>
  /** Rows of chosen cases, as far as the member may see them, by number. */
  readonly pick: (actor: Actor, numbers: readonly number[]) => Promise<readonly CaseRowView[]>
  /**
   * Cases that conflict with working for a survivor whose other side has these names; for a member who begins a case.
   * @throws Error where the member may begin no case
   */
  readonly conflicts: (actor: Actor, otherSide: readonly string[]) => Promise<readonly CaseAlert[]>
}

export function createCaseload(context: CaseworkContext, onCase: OnCase): Caseload {
  return {
    async list(actor, query) {
      const search = query.search?.trim() ?? ''
      const kind = search === '' ? 'case.listed' : 'case.searched'
      const listed = await onCase.organization(actor, 'read:case', oneself(actor), kind, async (transaction, { key }) => {
        const today = dayInLosAngeles(new Date(context.now()))
        const scope = await scopeOfMember(transaction, actor)
        if (!scope) return NOTHING
        const filters = await filterWhere(transaction, key, actor, query.filters, today)
        if (search !== '') {
          const { organizationId } = actor
          const allowed = {
            all: [{ organizationId, OR: [...scope] }, ...filters],
            named: [{ OR: scope.map(piece => amongNamed(organizationId, piece)) }, ...filters],
          }
          const { rows, more } = await searchCases(transaction, key, allowed, search, CASES_PER_PAGE)
          return { rows: await openRows(transaction, key, actor, rows, today), next: null, more }
        }
        const read = await readInOrder(transaction, scope, filters, query)
        const rows = read.slice(0, CASES_PER_PAGE)
        const last = read.length > CASES_PER_PAGE ? rows.at(-1) : undefined
        return {
          rows: await openRows(transaction, key, actor, rows, today),
          next: last ? cursorAfter(query.sort, last) : null,
          more: last !== undefined,
        }
      })
      return listed.ok ? listed.value : NOTHING
    },

    async pick(actor, numbers) {
      const picked = await onCase.organization(actor, 'read:case', oneself(actor), 'case.listed', async (transaction, { key }) => {
        const scope = await scopeWhere(transaction, actor)
        if (!scope) return []
        const rows = await transaction.case.findMany({
          where: { AND: [scope, { number: { in: [...numbers] } }] },
          orderBy: { number: 'asc' },
          take: CASES_PER_PAGE,
          select: ROW_SELECT,
        })
        return openRows(transaction, key, actor, rows, dayInLosAngeles(new Date(context.now())))
      })
      return picked.ok ? picked.value : []
    },

    async conflicts(actor, otherSide) {
      const found = await onCase.organization(actor, 'create:case', oneself(actor), 'case.searched', async (transaction, { key }) => {
        const fresh = { id: null, summary: null, about: { otherSide } }
        return alertsFor(actor, (await findSuspicions(transaction, key, [fresh]))(fresh))
      })
      return requireAllowed(found)
    },
  }
}

/**
 * Reads a page and one case more, which tells whether another page follows. Each condition on what the member may see is read in order by
 * its own index.
 */
async function readInOrder(
  transaction: Transaction,
  scope: readonly Prisma.CaseWhereInput[],
  filters: readonly Prisma.CaseWhereInput[],
  { sort, after }: CaseListQuery,
): Promise<ListedCase[]> {
  const rows: ListedCase[] = []
  for (const { where, orderBy, compare } of indexRangesOf(sort, after)) {
    const take = CASES_PER_PAGE + 1 - rows.length
    if (take <= 0) break
    const found = new Map<string, ListedCase>()
    for (const piece of scope) {
      for (const row of await transaction.case.findMany({ where: { AND: [piece, ...filters, where] }, orderBy, take, select: ROW_SELECT }))
        found.set(row.id, row)
    }
    rows.push(...[...found.values()].sort(compare).slice(0, take))
  }
  return rows
}
