import { may, type Actor, type Permission, type Target } from '#machines/casework/permissions.ts'
import { type Grant, openGrant } from '#app/data/drafts/index.server.ts'
import {
  addToRecord,
  type CaseRecordKind,
  type CaseworkContext,
  HELD_ORGANIZATION,
  openOrganizationKey,
  type OrganizationKey,
  type RecordEntry,
  type RecordHead,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Case, Draft, Organization } from '../generated/sqlite/client.ts'

/** The row of a case, found for a member who has the permission. */
export interface CaseRow {
  readonly row: Case
  /** Members who work on the case. */
  readonly memberIds: readonly string[]
  readonly key: OrganizationKey
  /** Months after which the organization's closed cases are erased; `null` where they are never erased automatically. */
  readonly keepMonths: number | null
  readonly actor: Actor
  /** Writes a further line into the record, beside the one that {@link OnCase} writes. */
  readonly record: (kind: CaseRecordKind) => void
  /** Says that the work changed nothing, so that the record does not report it as done. */
  readonly nothingDone: () => void
}

/** The row of an organization, held for a member who has the permission. */
export interface OrganizationRow extends Pick<CaseRow, 'key' | 'actor' | 'record'> {
  /** Names the case that this work has just made, for the line that {@link OnCase} writes. */
  readonly concerns: (caseId: string) => void
}

/** A case whose claim can be opened. */
export interface OpenCaseRow extends CaseRow {
  readonly draft: Draft
  readonly grant: Grant
}

/**
 * `not-found`: the member's organization has no such case, or the member may not read it. `forbidden`: the role lacks the permission.
 * `ended`: the claim was taken back, handed on or deleted.
 */
export type CaseRefusal = 'not-found' | 'forbidden' | 'ended'
export type CaseResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: CaseRefusal }

/**
 * Returns the result of work that the page had asked permission for.
 * @throws Error where the member lacks the permission: then the page did not ask, and nothing was done
 */
export function requireAllowed<T>(result: CaseResult<T>): T {
  if (result.ok) return result.value
  throw new Error(`not allowed: ${result.reason}`)
}

/** The target of a member's permission for a case. */
export const targetOf = (row: Pick<Case, 'organizationId' | 'teamId'>, memberIds: readonly string[]): Target => ({
  organizationId: row.organizationId,
  teamId: row.teamId,
  ownerIds: memberIds,
})

/** Works on the case with a number where the member has the permission, and records it under `kind`. */
type OnFound<Found> = <T>(
  actor: Actor,
  permission: Permission,
  number: number,
  kind: CaseRecordKind,
  work: (transaction: Transaction, found: Found) => Promise<T>,
) => Promise<CaseResult<T>>

/** The one entry to cases: it finds the case, checks the member's permission, does the work and writes the record, in one transaction. */
export interface OnCase {
  /** For work that needs the row alone, and is possible also after the claim was taken back. */
  readonly row: OnFound<CaseRow>
  /** For work that opens the claim. */
  readonly claim: OnFound<OpenCaseRow>
  /** Reads what stands around a page that itself reads the case. It writes nothing, not even into the record. */
  readonly peek: <T>(
    actor: Actor,
    permission: Permission,
    number: number,
    work: (found: Pick<CaseRow, 'row' | 'memberIds' | 'key'>, transaction: Transaction) => T | Promise<T>,
  ) => Promise<CaseResult<T>>
  /** For work on the organization, on many cases, or on a case that is only made here; `target` is what the permission is for. */
  readonly organization: <T>(
    actor: Actor,
    permission: Permission,
    target: Target,
    kind: CaseRecordKind,
    work: (transaction: Transaction, found: OrganizationRow) => Promise<T>,
  ) => Promise<CaseResult<T>>
}

export function createOnCase({ transact, wrapping, now }: CaseworkContext): OnCase {
  /** Holds the organization's row, because the next place in the record depends on it, and reads its key. */
  async function hold(
    transaction: Transaction,
    organizationId: string,
  ): Promise<{ readonly key: OrganizationKey; readonly head: RecordHead & Pick<Organization, 'keepMonths'> }> {
    const row = await transaction.organization.update({ where: { id: organizationId }, data: HELD_ORGANIZATION })
    return { key: openOrganizationKey(wrapping, row), head: row }
  }

  type Refused = { readonly ok: false; readonly reason: CaseRefusal }

  /** Finds the case and checks the permission; then `work` does it, or refuses. Only work that was done is recorded under `kind`. */
  const onFound = <T>(
    actor: Actor,
    permission: Permission,
    number: number,
    kind: CaseRecordKind,
    work: (transaction: Transaction, found: CaseRow) => Promise<CaseResult<T>>,
  ) =>
    transact(async (transaction): Promise<CaseResult<T>> => {
      const { organizationId } = actor
      const { key, head } = await hold(transaction, organizationId)
      const found = await transaction.case.findUnique({
        where: { organizationId_number: { organizationId, number } },
        include: { assignments: true },
      })
      if (!found) return refused('not-found')
      const { assignments, ...row } = found
      const memberIds = assignments.map(({ memberId }) => memberId)
      const target = targetOf(row, memberIds)
      const entries: RecordEntry[] = []
      const record = (more: CaseRecordKind) => void entries.push({ by: actor, kind: more, caseId: row.id })
      let done = true
      const nothingDone = () => void (done = false)
      // A member who may not even read the case does not learn that it exists.
      const result = may(actor, permission, target)
        ? await work(transaction, { row, memberIds, key, keepMonths: head.keepMonths, actor, record, nothingDone })
        : refused(may(actor, 'read:case', target) ? 'forbidden' : 'not-found')
      const first: CaseRecordKind = result.ok && done ? kind : 'case.refused'
      await addToRecord(transaction, key, head, now(), [{ by: actor, kind: first, caseId: row.id }, ...entries])
      return result
    })

  const refused = (reason: CaseRefusal): Refused => ({ ok: false, reason })

  return {
    row: (actor, permission, number, kind, work) =>
      onFound(actor, permission, number, kind, async (transaction, found) => ({ ok: true, value: await work(transaction, found) })),

    claim: (actor, permission, number, kind, work) =>
      onFound(actor, permission, number, kind, async (transaction, found) => {
        const grant = openGrant(found.key, found.row)
        const draft = found.row.draftId === null || !grant ? null : await transaction.draft.findUnique({ where: { id: found.row.draftId } })
        return draft && grant ? { ok: true, value: await work(transaction, { ...found, draft, grant }) } : refused('ended')
      }),

    peek: (actor, permission, number, work) =>
      transact(async transaction => {
        const { organizationId } = actor
        const found = await transaction.case.findUnique({
          where: { organizationId_number: { organizationId, number } },
          include: { assignments: true, organization: true },
        })
        if (!found) return refused('not-found')
        const { assignments, organization, ...row } = found
        const memberIds = assignments.map(({ memberId }) => memberId)
        const target = targetOf(row, memberIds)
        if (!may(actor, permission, target)) return refused(may(actor, 'read:case', target) ? 'forbidden' : 'not-found')
        return { ok: true, value: await work({ row, memberIds, key: openOrganizationKey(wrapping, organization) }, transaction) }
      }),

    organization: (actor, permission, target, kind, work) =>
      transact(async (transaction): Promise<CaseResult<Awaited<ReturnType<typeof work>>>> => {
        const { key, head } = await hold(transaction, actor.organizationId)
        const write = (...entries: readonly RecordEntry[]) => addToRecord(transaction, key, head, now(), entries)
        if (!may(actor, permission, target)) {
          await write({ by: actor, kind: 'case.refused', caseId: null })
          return refused('forbidden')
        }
        const entries: RecordEntry[] = []
        const record = (more: CaseRecordKind) => void entries.push({ by: actor, kind: more, caseId: null })
        let caseId: string | null = null
        const value = await work(transaction, { key, actor, record, concerns: id => void (caseId = id) })
        await write({ by: actor, kind, caseId }, ...entries)
        return { ok: true, value }
      }),
  }
}
