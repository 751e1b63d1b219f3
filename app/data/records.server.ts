import { may, reachOf, type Actor, type Role } from '#machines/casework/permissions.ts'
import { targetOf, type CaseResult, type OnCase } from './case-desk.server.ts'
import type { CaseRecordKind } from './case-record.server.ts'
import type { Desk } from './casework-desk.server.ts'
import type { Transaction } from './database.server.ts'
import type { CaseRecord, Prisma } from './generated/sqlite/client.ts'
import { openMember } from './members.server.ts'
import type { OrganizationKey } from './organization-seals.server.ts'
import { checkRecord, readRecordCode, type RecordCheck } from './record-check.server.ts'

/** One line of the record, as people read it. */
export interface RecordLine {
  readonly place: number
  readonly at: Date
  /** Their name; `null` where it was no member, or one who is not there any more. */
  readonly name: string | null
  readonly role: Role | 'survivor' | 'system'
  readonly kind: CaseRecordKind
  /** `null` where it concerned no case, or one whose row is gone. */
  readonly caseNumber: number | null
  readonly mark: string
}

/** What somebody looks for in the record. */
export interface RecordFilter {
  readonly caseNumber?: number
  readonly memberId?: string
  readonly kind?: CaseRecordKind
  /** First moment, and the first moment after. */
  readonly from?: Date
  readonly until?: Date
}

/** Lines, newest first. */
export interface RecordPage {
  readonly lines: readonly RecordLine[]
  /** Where the page after this one begins; `null` at the end of the record. */
  readonly before: number | null
}

/** The record of who read and wrote what, without values. */
export interface Records {
  /** What the member may see of the organization's record. Whether they may see any is asked by the caller. */
  readonly page: (actor: Actor, filter: RecordFilter, before?: number) => Promise<RecordPage>
  /** The record of one case. */
  readonly ofCase: (actor: Actor, number: number, before?: number) => Promise<CaseResult<RecordPage>>
  /** All lines, oldest first, a batch at a time; that they were taken out is written down first. Whether the member may is asked by the caller. */
  readonly all: (actor: Actor) => AsyncGenerator<readonly RecordLine[], void>
  /** Looks whether every line is there as it was written. */
  readonly check: (organizationId: string) => Promise<RecordCheck>
  /** Whether the line that a code was written down for still stands; `null` where the text is no code. */
  readonly holds: (organizationId: string, code: string) => Promise<boolean | null>
}

/** Lines of one page. */
export const RECORD_PAGE = 50
/** Lines of one batch, and batches that are looked through for one page of somebody who may see only some. */
const BATCH = 500
const MOST_BATCHES = 20

export function createRecords(desk: Desk, onCase: OnCase): Records {
  const { transact } = desk

  async function page(
    transaction: Transaction,
    key: OrganizationKey,
    actor: Actor,
    filter: RecordFilter,
    before: number | undefined,
  ): Promise<RecordPage> {
    const { organizationId } = actor
    const where = await whereOf(transaction, organizationId, filter)
    if (where === null) return { lines: [], before: null }
    const all = reachOf(actor.role, 'read:audit') === 'organization'
    const people = await peopleOf(transaction, key)
    const lines: RecordLine[] = []
    const take = all ? RECORD_PAGE : BATCH
    let next = before
    for (let batches = 0; batches < (all ? 1 : MOST_BATCHES); batches++) {
      const rows = await transaction.caseRecord.findMany({
        where: { ...where, ...(next !== undefined && { place: { lt: next } }) },
        orderBy: { place: 'desc' },
        take,
      })
      const cases = await casesOf(transaction, rows)
      for (const row of rows) {
        next = row.place
        if (!all && !maySee(actor, row, people, cases)) continue
        lines.push(lineOf(row, people, cases))
        if (lines.length === RECORD_PAGE) return { lines, before: next === 1 ? null : next }
      }
      if (rows.length < take) return { lines, before: null }
    }
    return { lines, before: next ?? null }
  }

  return {
    page: (actor, filter, before) =>
      onCase.organization(actor, 'record.read', (transaction, { key }) => page(transaction, key, actor, filter, before)),

    ofCase: (actor, number, before) =>
      onCase.row(actor, 'read:case', number, 'record.read', async (transaction, { row, key }) => {
        const rows = await transaction.caseRecord.findMany({
          where: { caseId: row.id, organizationId: row.organizationId, ...(before !== undefined && { place: { lt: before } }) },
          orderBy: { place: 'desc' },
          take: RECORD_PAGE + 1,
        })
        const shown = rows.slice(0, RECORD_PAGE)
        const [people, cases] = [await peopleOf(transaction, key), await casesOf(transaction, shown)]
        return {
          lines: shown.map(each => lineOf(each, people, cases)),
          before: rows.length > RECORD_PAGE ? (shown.at(-1)?.place ?? null) : null,
        }
      }),

    async *all(actor) {
      const { key, people } = await onCase.organization(actor, 'record.exported', async (transaction, { key }) => ({
        key,
        people: await peopleOf(transaction, key),
      }))
      let last = 0
      for (;;) {
        const lines = await transact(async transaction => {
          const rows = await transaction.caseRecord.findMany({
            where: { organizationId: key.organizationId, place: { gt: last } },
            orderBy: { place: 'asc' },
            take: BATCH,
          })
          const cases = await casesOf(transaction, rows)
          return rows.map(row => lineOf(row, people, cases))
        })
        yield lines
        if (lines.length < BATCH) return
        last = lines.at(-1)?.place ?? last
      }
    },

    check: organizationId => checkRecord(desk, organizationId),

    async holds(organizationId, text) {
      const code = readRecordCode(text)
      if (!code) return null
      const row = await transact(({ caseRecord }) =>
        caseRecord.findUnique({ where: { organizationId_place: { organizationId, place: code.place } } }),
      )
      return row?.mark.startsWith(code.start) ?? false
    },
  }
}

interface Person {
  readonly name: string
  readonly teamId: string | null
}

interface KnownCase {
  readonly number: number
  readonly teamId: string | null
  readonly memberIds: readonly string[]
}

/** The rows that a filter asks for; `null` where there can be none. */
async function whereOf(
  transaction: Transaction,
  organizationId: string,
  { caseNumber, memberId, kind, from, until }: RecordFilter,
): Promise<Prisma.CaseRecordWhereInput | null> {
  const found =
    caseNumber === undefined
      ? undefined
      : await transaction.case.findUnique({
          where: { organizationId_number: { organizationId, number: caseNumber } },
          select: { id: true },
        })
  if (found === null) return null
  const at = { ...(from && { gte: from }), ...(until && { lt: until }) }
  return {
    organizationId,
    ...(found && { caseId: found.id }),
    ...(memberId !== undefined && { memberId }),
    ...(kind && { kind }),
    ...((from ?? until) && { at }),
  }
}

async function peopleOf({ member }: Transaction, key: OrganizationKey): Promise<ReadonlyMap<string, Person>> {
  const rows = await member.findMany({ where: { organizationId: key.organizationId } })
  return new Map(rows.map(row => [row.id, openMember(key, row)]))
}

async function casesOf({ case: cases }: Transaction, rows: readonly CaseRecord[]): Promise<ReadonlyMap<string, KnownCase>> {
  const ids = [...new Set(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))]
  const found = await cases.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, teamId: true, assignments: true } })
  return new Map(
    found.map(({ id, number, teamId, assignments }) => [id, { number, teamId, memberIds: assignments.map(({ memberId }) => memberId) }]),
  )
}

/** What concerned a case is of that case; everything else is of who did it. */
function maySee(
  actor: Actor,
  { organizationId, caseId, memberId }: CaseRecord,
  people: ReadonlyMap<string, Person>,
  cases: ReadonlyMap<string, KnownCase>,
): boolean {
  if (caseId !== null) {
    const found = cases.get(caseId)
    return found !== undefined && may(actor, 'read:audit', targetOf({ organizationId, teamId: found.teamId }, found.memberIds))
  }
  const person = memberId === null ? undefined : people.get(memberId)
  return (
    person !== undefined && memberId !== null && may(actor, 'read:audit', { organizationId, teamId: person.teamId, ownerIds: [memberId] })
  )
}

const lineOf = (
  { place, at, memberId, role, kind, caseId, mark }: CaseRecord,
  people: ReadonlyMap<string, Person>,
  cases: ReadonlyMap<string, KnownCase>,
): RecordLine => ({
  place,
  at,
  name: memberId === null ? null : (people.get(memberId)?.name ?? null),
  role: role as RecordLine['role'],
  kind: kind as CaseRecordKind,
  caseNumber: caseId === null ? null : (cases.get(caseId)?.number ?? null),
  mark,
})
