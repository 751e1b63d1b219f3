import { randomUUID } from 'node:crypto'
import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseFilters, CaseSort } from './caseload-query.server.ts'
import {
  type Cell,
  type CaseworkContext,
  getOrganizationKey,
  holdMember,
  openCell,
  sealCell,
} from '#app/data/organizations/index.server.ts'

/** Filters and a sort order under a name, as a member saved them. The text of a search is not saved. */
export interface CaseView {
  readonly id: string
  readonly name: string
  readonly filters: CaseFilters
  readonly sort: CaseSort
}

/** Most views that a member may save, since all of them stand on one page. */
export const MOST_VIEWS = 20

/** Saved views of the list. Each belongs to one member, and no other member reaches it. */
export interface CaseViews {
  /** In the order in which they were made. */
  readonly list: (actor: Actor) => Promise<readonly CaseView[]>
  /** Returns false where the member has too many views already. */
  readonly add: (actor: Actor, view: Omit<CaseView, 'id'>) => Promise<boolean>
  /** Returns false where the member has no such view. */
  readonly rename: (actor: Actor, id: string, name: string) => Promise<boolean>
  /** Returns false where the member has no such view. */
  readonly remove: (actor: Actor, id: string) => Promise<boolean>
}

/** The place of a view in the database. The view opens for its member alone. */
const contentCell = (row: string, memberId: string): Cell => ({ table: 'CaseView', row, column: `content:${memberId}` })

export function createCaseViews(context: CaseworkContext): CaseViews {
  const { transact } = context
  return {
    list: ({ memberId, organizationId }) =>
      transact(async transaction => {
        const key = await getOrganizationKey(context, transaction, organizationId)
        const rows = await transaction.caseView.findMany({ where: { memberId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
        return rows.map(({ id, content }) => ({
          id,
          ...(JSON.parse(openCell(key, contentCell(id, memberId), content)) as Omit<CaseView, 'id'>),
        }))
      }),

    add: ({ memberId, organizationId }, view) =>
      transact(async transaction => {
        await holdMember(transaction, memberId)
        if ((await transaction.caseView.count({ where: { memberId } })) >= MOST_VIEWS) return false
        const key = await getOrganizationKey(context, transaction, organizationId)
        const id = randomUUID()
        await transaction.caseView.create({
          data: {
            id,
            memberId,
            content: sealCell(key, contentCell(id, memberId), JSON.stringify(view)),
            createdAt: new Date(context.now()),
          },
        })
        return true
      }),

    rename: ({ memberId, organizationId }, id, name) =>
      transact(async transaction => {
        await holdMember(transaction, memberId)
        const row = await transaction.caseView.findUnique({ where: { id, memberId } })
        if (!row) return false
        const key = await getOrganizationKey(context, transaction, organizationId)
        const { filters, sort } = JSON.parse(openCell(key, contentCell(id, memberId), row.content)) as Omit<CaseView, 'id'>
        await transaction.caseView.update({
          where: { id },
          data: { content: sealCell(key, contentCell(id, memberId), JSON.stringify({ name, filters, sort })) },
        })
        return true
      }),

    remove: ({ memberId }, id) => transact(async ({ caseView }) => (await caseView.deleteMany({ where: { id, memberId } })).count === 1),
  }
}
