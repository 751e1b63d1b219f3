import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { CaseRecord, Organization } from '../generated/sqlite/client.ts'
import type { OrganizationKey } from './organization-seals.server.ts'

/** Kinds of lines in the record of a case. A line tells what was done, never what the case said. */
export const CASE_RECORD_KINDS = [
  'case.created',
  'case.read',
  'case.refused',
  'case.listed',
  'case.searched',
  'case.saved',
  'case.assigned',
  'case.described',
  'case.step',
  'case.printed',
  'case.exported',
  'case.imported',
  'case.shared',
  'case.taken-back',
  'case.handed-over',
  'case.transferred',
  'case.received',
  'case.deleted',
  'case.erased',
  'note.read',
  'note.written',
  'note.deleted',
  'comment.written',
  'comment.resolved',
  'suggestion.made',
  'suggestion.decided',
  'paper.read',
  'paper.added',
  'paper.changed',
  'paper.removed',
  'record.read',
  'record.exported',
  'figures.exported',
  'keeping.changed',
  'calendar.made',
  'calendar.ended',
  'calendar.read',
] as const
export type CaseRecordKind = (typeof CASE_RECORD_KINDS)[number]

/** The author of a line: a member, the survivor, or the program itself. */
export type RecordedBy = Pick<Actor, 'memberId' | 'role'> | 'survivor' | 'system'

/** A line before it has a place in the record. */
export interface RecordEntry {
  readonly by: RecordedBy
  readonly kind: CaseRecordKind
  readonly caseId: string | null
}

/**
 * The end of a chain of lines. `recordMark` is the chain hash of the newest line, with a seal over it and the count: see
 * {@link headOf}.
 */
export type RecordHead = Pick<Organization, 'caseCount' | 'recordCount' | 'recordMark'>

/**
 * The chain hash to which lines are chained after the head was tampered with. It fits no line, so the break stays visible however long the record
 * grows.
 */
const BROKEN = 'broken'

/**
 * Adds lines to an organization's record, in the transaction that does what the lines tell.
 * @param head as it is now; this transaction must hold the organization's row
 */
export async function addToRecord(
  transaction: Transaction,
  key: OrganizationKey,
  head: RecordHead,
  now: number,
  entries: readonly RecordEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { organizationId } = key
  let { recordCount } = head
  let recordMark = headChainHash(key, head) ?? BROKEN
  const lines = entries.map(({ by, kind, caseId }): CaseRecord => {
    const [memberId, role]: [string | null, Role | 'survivor' | 'system'] = typeof by === 'string' ? [null, by] : [by.memberId, by.role]
    recordCount += 1
    const line = { organizationId, place: recordCount, at: new Date(now), memberId, role, kind, caseId }
    recordMark = chainHashAfter(key, recordMark, line)
    return { ...line, mark: recordMark }
  })
  await transaction.caseRecord.createMany({ data: lines })
  await transaction.organization.update({
    where: { id: organizationId },
    data: { recordCount, recordMark: headOf(key, recordCount, recordMark) },
    select: { id: true },
  })
}

/** The chain hash of a line. It depends on the line and, through the chain hash before it, on every earlier line. */
export function chainHashAfter(
  { key }: OrganizationKey,
  before: string,
  { place, at, memberId, role, kind, caseId }: Omit<CaseRecord, 'mark' | 'organizationId'>,
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['record', before, place, at.toISOString(), memberId, role, kind, caseId]))
    .digest('hex')
}

/**
 * The head of a record, as the organization's row stores it. The chain hash of every line is readable beside the line, so a person who cuts off the
 * newest lines could put an older chain hash here. The seal over count and chain hash is stored only here, and only for the newest line.
 */
export const headOf = (key: OrganizationKey, count: number, mark: string): string => `${mark}${SEPARATOR}${headSeal(key, count, mark)}`

const SEPARATOR = '.'

/** The chain hash of the newest line; `null` where count or chain hash were not written by this program. */
export function headChainHash(key: OrganizationKey, { caseCount, recordCount, recordMark }: RecordHead): string | null {
  // An organization from before there were records has no head until its first line, and no case either.
  if (recordMark === '') return recordCount === 0 && caseCount === 0 ? '' : null
  const [mark = '', seal = ''] = recordMark.split(SEPARATOR)
  const right = Buffer.from(headSeal(key, recordCount, mark))
  const given = Buffer.from(seal)
  return given.length === right.length && timingSafeEqual(given, right) ? mark : null
}

const headSeal = ({ key }: OrganizationKey, count: number, mark: string) =>
  createHmac('sha256', key)
    .update(JSON.stringify(['record head', count, mark]))
    .digest('hex')
