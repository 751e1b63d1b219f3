import type { Day } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { alertsFor, type CaseAlert } from '#machines/casework/case-alerts.ts'
import { daysLeftOf, nextStepOf, type NextStep } from '#machines/casework/next-step.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import type { DraftStateName } from '#machines/draft/machine.ts'
import { openAbout, openSummary } from '#app/data/drafts/index.server.ts'
import { findSuspicions } from './caseload-alerts.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'
import { openMember, type OrganizationKey } from '#app/data/organizations/index.server.ts'

/** One case in a list. */
export interface CaseRowView {
  readonly number: number
  readonly label: string
  /** The name by which people look for the case; empty where none was entered, or the claim was taken back. */
  readonly name: string
  /** `null` where the claim was taken back, handed on or deleted. */
  readonly state: DraftStateName | null
  readonly step: NextStep
  /** Days to the next day on which something is due, negative after it; `null` where nothing is. */
  readonly daysLeft: number | null
  /** How many things are missing in the claim. */
  readonly missing: number
  readonly language: string | null
  /** Names of the members who work on it. */
  readonly workers: readonly string[]
  readonly memberIds: readonly string[]
  readonly teamId: string | null
  readonly changedOn: Day
  readonly alerts: readonly CaseAlert[]
}

/** Columns that the row of a case in a list is made from. */
export const ROW_SELECT = {
  id: true,
  number: true,
  organizationId: true,
  teamId: true,
  summary: true,
  about: true,
  dueOn: true,
  changedAt: true,
} as const satisfies Prisma.CaseSelect
export type ListedCase = Prisma.CaseGetPayload<{ select: typeof ROW_SELECT }>

/** Opens the sealed columns of some cases for a list. */
export async function openRows(
  transaction: Transaction,
  key: OrganizationKey,
  actor: Actor,
  rows: readonly ListedCase[],
  today: Day,
): Promise<CaseRowView[]> {
  const opened = rows.map(row => ({ id: row.id, row, summary: openSummary(key, row), about: openAbout(key, row) }))
  const workers = await workersOf(
    transaction,
    key,
    rows.map(({ id }) => id),
  )
  const suspicionsOf = await findSuspicions(transaction, key, opened)
  return opened.map(subject => {
    const { row, summary, about } = subject
    const working = workers.get(row.id) ?? []
    return {
      number: row.number,
      label: about.label,
      name: summary?.names[0] ?? '',
      state: summary?.state ?? null,
      step: nextStepOf(summary),
      daysLeft: daysLeftOf(summary, today),
      missing: summary?.missing.length ?? 0,
      language: summary?.language ?? null,
      workers: working.map(({ name }) => name),
      memberIds: working.map(({ id }) => id),
      teamId: row.teamId,
      changedOn: dayInLosAngeles(row.changedAt),
      alerts: alertsFor(actor, suspicionsOf(subject)),
    }
  })
}

/** A member who works on a case. */
export interface Worker {
  readonly id: string
  readonly name: string
}

/** The members who work on each case, by name. Few members work on many cases, so each member is opened once. */
export async function workersOf(
  transaction: Transaction,
  key: OrganizationKey,
  caseIds: readonly string[],
): Promise<Map<string, Worker[]>> {
  const assignments = await transaction.caseAssignment.findMany({ where: { caseId: { in: [...caseIds] } } })
  const members = await transaction.member.findMany({ where: { id: { in: [...new Set(assignments.map(({ memberId }) => memberId))] } } })
  const names = new Map(members.map(row => [row.id, openMember(key, row).name]))
  const workers = new Map<string, Worker[]>()
  for (const { caseId, memberId: id } of assignments)
    workers.set(caseId, [...(workers.get(caseId) ?? []), { id, name: names.get(id) ?? '' }])
  for (const each of workers.values()) each.sort((one, other) => (one.name < other.name ? -1 : 1))
  return workers
}
