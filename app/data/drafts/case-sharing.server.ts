import { openGrant, regranted, sealGrant } from './case-grant.server.ts'
import {
  addToRecord,
  type CaseRecordKind,
  type CaseworkContext,
  getOrganizationKey,
  HELD_ORGANIZATION,
  openOrganizationKey,
  type RecordedBy,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { DraftKeys } from '#app/keys/draft-keys.server.ts'
import { keepShared } from './draft-lifetime.server.ts'
import type { Case } from '../generated/sqlite/client.ts'

/** Gives the organizations that share a claim its new keys, to the same parts as before. */
export async function rekeyGrants(context: CaseworkContext, transaction: Transaction, fresh: DraftKeys): Promise<void> {
  const cases = await transaction.case.findMany({ where: { draftId: fresh.draftId, grant: { not: null } } })
  for (const row of cases) {
    const key = await getOrganizationKey(context, transaction, row.organizationId)
    const grant = openGrant(key, row)
    if (!grant) continue
    await transaction.case.update({
      where: { id: row.id },
      data: { grant: sealGrant(key, row.id, regranted(grant, fresh)), keyId: fresh.keyId },
      select: { id: true },
    })
  }
}

/** Columns of a case's row once its claim can no longer be opened: no key, and nothing that the row said of the claim. */
export const CLOSED = { grant: null, summary: null, stateMark: '', languageMark: '', missingMark: '', dueOn: null } as const

/**
 * Takes a claim from an organization. It destroys the wrapped keys, and all that the case's row, blind indexes, comments and suggestions told of
 * the claim. Notes stay, because they are the organization's own. Prints and exports are out of reach. The claim is kept as if it had been
 * used now.
 * @param keys to the claim's answers; `null` where the caller does not need them opened
 */
export async function closeClaim(
  transaction: Transaction,
  row: Pick<Case, 'id' | 'draftId'>,
  keys: DraftKeys | null,
  now: number,
): Promise<void> {
  const at = new Date(now)
  await transaction.case.update({ where: { id: row.id }, data: { ...CLOSED, changedAt: at, endedAt: at }, select: { id: true } })
  await transaction.caseMark.deleteMany({ where: { caseId: row.id } })
  await transaction.caseComment.deleteMany({ where: { caseId: row.id } })
  await transaction.suggestion.deleteMany({ where: { caseId: row.id } })
  if (row.draftId !== null) await keepShared(transaction, row.draftId, keys, now)
}

/** Adds one line to the record of an organization, for an action from outside of it. */
export async function recordFor(
  context: CaseworkContext,
  transaction: Transaction,
  organizationId: string,
  by: RecordedBy,
  kind: CaseRecordKind,
  caseId: string,
): Promise<void> {
  const row = await transaction.organization.update({ where: { id: organizationId }, data: HELD_ORGANIZATION })
  await addToRecord(transaction, openOrganizationKey(context.wrapping, row), row, context.now(), [{ by, kind, caseId }])
}

/** Takes a claim from every organization that has it, because it is deleted. */
export async function closeAllClaims(
  context: CaseworkContext,
  transaction: Transaction,
  draftId: string,
  kind: CaseRecordKind,
): Promise<void> {
  const cases = await transaction.case.findMany({ where: { draftId, grant: { not: null } } })
  for (const row of cases) {
    await recordFor(context, transaction, row.organizationId, 'survivor', kind, row.id)
    await closeClaim(transaction, row, null, context.now())
  }
}
