import type { Day } from '#machines/calendar/day.ts'
import { addDays } from '#machines/calendar/day.ts'
import { scopeOf, type Actor } from '#machines/casework/permissions.ts'
import type { DraftStateName } from '#machines/draft/machine.ts'
import { blindIndexFor } from '#app/data/drafts/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Case, Prisma } from '../generated/sqlite/client.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

export const CASE_SORTS = ['due', 'changed', 'number'] as const
export type CaseSort = (typeof CASE_SORTS)[number]
export const DUE_FILTERS = ['overdue', 'week', 'month', 'none'] as const
type DueFilter = (typeof DUE_FILTERS)[number]

/** Filters of a list of cases, within those that the member may see. */
export interface CaseFilters {
  readonly state?: DraftStateName
  readonly language?: string
  /** A member's id, `me`, or `nobody` for cases that no member works on. */
  readonly memberId?: string
  /** A team's id, or `none` for those without a team. */
  readonly teamId?: string
  /** Whether something is missing in the claim. */
  readonly missing?: boolean
  readonly due?: DueFilter
  /** Shows the cases whose claim was taken back, handed on or deleted; otherwise those that members still work on. */
  readonly ended?: boolean
}

const DAYS_OF: Readonly<Record<'week' | 'month', number>> = { week: 7, month: 31 }

type Where = Prisma.CaseWhereInput

/**
 * Most cases of a member that are named one by one. Up to then the database goes to these cases, instead of asking of each case of the
 * organization whose it is.
 */
const MOST_NAMED = 500

/** A condition for the cases that a member works on. */
async function workedOnBy(transaction: Transaction, memberId: string): Promise<Where> {
  const assigned = await transaction.caseAssignment.findMany({ where: { memberId }, select: { caseId: true }, take: MOST_NAMED + 1 })
  return assigned.length > MOST_NAMED ? { assignments: { some: { memberId } } } : { id: { in: assigned.map(({ caseId }) => caseId) } }
}

/**
 * The same cases, where few of them are named by their ids. It asks for the organization as a range, because SQLite without statistics
 * takes an organization to have ten cases, and would read all of them in order to find the few.
 */
export const amongNamed = (organizationId: string, where: Where): Where => ({
  ...where,
  organizationId: { gte: organizationId, lte: organizationId },
})

/** A condition for the cases of the organization that a member works on. */
async function ownPiece(transaction: Transaction, { organizationId, memberId }: Actor): Promise<Where> {
  const worked = await workedOnBy(transaction, memberId)
  return 'id' in worked ? amongNamed(organizationId, worked) : { organizationId, ...worked }
}

/**
 * Conditions for the cases that a member may read, which the database then decides. An index finds the cases of each condition; a case can
 * meet two of them. `null` where the role may read none, and never an empty list, which Prisma may take for no condition at all.
 */
export async function scopeOfMember(transaction: Transaction, actor: Actor): Promise<readonly [Where, ...Where[]] | null> {
  const { role, organizationId, teamId } = actor
  switch (scopeOf(role, 'read:case')) {
    case 'own':
      return [await ownPiece(transaction, actor)]
    case 'team':
      return [{ organizationId, teamId }, await ownPiece(transaction, actor)]
    case 'organization':
      return [{ organizationId }]
    case null:
      return null
  }
}

/** The conditions of {@link scopeOfMember} as one, for queries that need no sort order. */
export async function scopeWhere(transaction: Transaction, actor: Actor): Promise<Where | null> {
  const pieces = await scopeOfMember(transaction, actor)
  return pieces && { organizationId: actor.organizationId, OR: [...pieces] }
}

/** The conditions of a list's filters. */
export async function filterWhere(
  transaction: Transaction,
  key: OrganizationKey,
  actor: Actor,
  filters: CaseFilters,
  today: Day,
): Promise<Where[]> {
  const { state, language, memberId, teamId, missing, due, ended } = filters
  return [
    { endedAt: ended ? { not: null } : null },
    ...(state === undefined ? [] : [{ stateMark: blindIndexFor(key, 'state', state) }]),
    ...(language === undefined ? [] : [{ languageMark: blindIndexFor(key, 'language', language) }]),
    ...(missing === undefined ? [] : [{ missingMark: blindIndexFor(key, 'missing', missing ? 'some' : 'none') }]),
    ...(memberId === undefined
      ? []
      : [
          memberId === 'nobody'
            ? { assignments: { none: {} } }
            : await workedOnBy(transaction, memberId === 'me' ? actor.memberId : memberId),
        ]),
    ...(teamId === undefined ? [] : [{ teamId: teamId === 'none' ? null : teamId }]),
    ...(due === undefined ? [] : [{ dueOn: daysOf(due, today) }]),
  ]
}

function daysOf(due: DueFilter, today: Day) {
  if (due === 'none') return null
  return due === 'overdue' ? { lt: today } : { gte: today, lte: addDays(today, DAYS_OF[due]) }
}

/** The part of a list that one index gives in order. */
export interface IndexRange {
  readonly where: Where
  readonly orderBy: Prisma.CaseOrderByWithRelationInput[]
  /** Sorts rows that were read by several indexes in the same order; below 0 where the first one comes first. */
  readonly compare: (one: Placed, other: Placed) => number
}

/** The columns that decide where a case stands in a list. */
type Placed = Pick<Case, 'dueOn' | 'changedAt' | 'number'>

const byNumber = (one: Placed, other: Placed) => one.number - other.number
const byDueDay = (one: Placed, other: Placed) =>
  one.dueOn === other.dueOn ? byNumber(one, other) : (one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1
const byChange = (one: Placed, other: Placed) => other.changedAt.getTime() - one.changedAt.getTime() || byNumber(other, one)

const AFTER = /^(?:(\d{4}-\d\d-\d\d|none)|([0-9a-z]{1,9}))\.(\d{1,9})$|^(\d{1,9})$/

/** Where a page of the list ends, as text for an address: a day or moment and a case's number. */
export function cursorAfter(sort: CaseSort, { dueOn, changedAt, number }: Placed): string {
  if (sort === 'number') return String(number)
  return `${sort === 'due' ? (dueOn ?? 'none') : changedAt.getTime().toString(36)}.${number}`
}

/**
 * The parts of a list in order, from its beginning or from after a case. Databases differ in where they sort cases without a day, so these
 * are a part of their own. An unreadable cursor begins at the beginning.
 */
export function indexRangesOf(sort: CaseSort, after: string | undefined): IndexRange[] {
  const [, day, moment, last, alone] = AFTER.exec(after ?? '') ?? []
  const number = Number(last ?? alone)
  if (sort === 'number')
    return [
      {
        where: alone === undefined ? {} : { number: { lt: number } },
        orderBy: [{ number: 'desc' }],
        compare: (one, other) => byNumber(other, one),
      },
    ]
  if (sort === 'changed') {
    // An index can jump to the first bound; the second one leaves out the cases of the page before.
    const changedAt = moment === undefined ? null : new Date(parseInt(moment, 36))
    const rest: Where =
      changedAt === null || isNaN(changedAt.getTime())
        ? {}
        : { changedAt: { lte: changedAt }, OR: [{ changedAt: { lt: changedAt } }, { number: { lt: number } }] }
    return [{ where: rest, orderBy: [{ changedAt: 'desc' }, { number: 'desc' }], compare: byChange }]
  }
  const dated: Where =
    day === undefined || day === 'none'
      ? { dueOn: { not: null } }
      : { dueOn: { gte: day }, OR: [{ dueOn: { gt: day } }, { number: { gt: number } }] }
  const undated: Where = { dueOn: null, ...(day === 'none' && { number: { gt: number } }) }
  return [
    ...(day === 'none' ? [] : [{ where: dated, orderBy: [{ dueOn: 'asc' as const }, { number: 'asc' as const }], compare: byDueDay }]),
    { where: undated, orderBy: [{ number: 'asc' as const }], compare: byNumber },
  ]
}
