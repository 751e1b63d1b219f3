import { may, oneself, scopeOf, wholeOrganization, type Actor, type Role } from '#machines/casework/permissions.ts'
import { type CaseHead, type CaseResult, headOf, type OnCase, requireAllowed, targetOf } from '#app/data/cases/index.server.ts'
import { type CaseRecordKind, type CaseworkContext, membersIn, type OrganizationKey } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { CaseRecord, Prisma } from '../generated/sqlite/client.ts'
import { checkRecord, readRecordCode, type RecordCheck } from './record-check.server.ts'

/** One line of the record, as members read it. */
export interface RecordLine {
  readonly place: number
  readonly at: Date
  /** The member's name; `null` where the author was no member, or has left. */
  readonly name: string | null
  readonly role: Role | 'survivor' | 'system'
  readonly kind: CaseRecordKind
  /** `null` where the line concerned no case, or the row of the case is gone. */
  readonly caseNumber: number | null
  readonly mark: string
}

/** A member's filter of the record. */
export interface RecordFilter {
  readonly caseNumber?: number
  readonly memberId?: string
  readonly kind?: CaseRecordKind
  /** `from` is the first moment, and `until` the first moment that is left out. */
  readonly from?: Date
  readonly until?: Date
}

/** Lines, newest first. */
interface RecordPage {
  readonly lines: readonly RecordLine[]
  /** Place before which the next page begins; `null` at the end of the record. */
  readonly before: number | null
}

/** The record of who read and wrote what. It holds no values. */
export interface Records {
  /**
   * The part of the organization's record that the member may see.
   * @throws Error where the member may see none of it
   */
  readonly page: (actor: Actor, filter: RecordFilter, before?: number) => Promise<RecordPage>
  /** A case with its record. */
  readonly ofCase: (actor: Actor, number: number, before?: number) => Promise<CaseResult<CaseHead & RecordPage>>
  /**
   * All lines, oldest first, a batch at a time. The record first tells that they were taken out.
   * @throws Error where the member may not see all of them
   */
  readonly all: (actor: Actor) => AsyncGenerator<readonly RecordLine[], void>
  /** Looks whether every line is there as it was written. */
  readonly check: (organizationId: string) => Promise<RecordCheck>
  /** Whether the line of a code is still there unchanged; `null` where the text is no code. */
  readonly holds: (organizationId: string, code: string) => Promise<boolean | null>
}

/** Lines of one page. */
const RECORD_PAGE = 50
/** Lines in one batch. `MOST_BATCHES` are searched for one page of a member who may see only some lines. */
const BATCH = 500
const MOST_BATCHES = 20

export function createRecords(context: CaseworkContext, onCase: OnCase): Records {
  const { transact } = context

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
    const all = scopeOf(actor.role, 'read:audit') === 'organization'
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
    async page(actor, filter, before) {
      const read = await onCase.organization(actor, 'read:audit', oneself(actor), 'record.read', (transaction, { key }) =>
        page(transaction, key, actor, filter, before),
      )
      return requireAllowed(read)
    },

    ofCase: (actor, number, before) =>
      onCase.row(actor, 'read:case', number, 'record.read', async (transaction, found) => {
        const { row, memberIds, key } = found
        const rows = await transaction.caseRecord.findMany({
          where: { caseId: row.id, organizationId: row.organizationId, ...(before !== undefined && { place: { lt: before } }) },
          orderBy: { place: 'desc' },
          take: RECORD_PAGE + 1,
        })
        const shown = rows.slice(0, RECORD_PAGE)
        const people = await peopleOf(transaction, key)
        const cases = new Map([[row.id, { number: row.number, teamId: row.teamId, memberIds }]])
        return {
          ...headOf(found),
          lines: shown.map(each => lineOf(each, people, cases)),
          before: rows.length > RECORD_PAGE ? (shown.at(-1)?.place ?? null) : null,
        }
      }),

    async *all(actor) {
      const begun = await onCase.organization(
        actor,
        'read:audit',
        wholeOrganization(actor),
        'record.exported',
        async (transaction, { key }) => ({
          key,
          people: await peopleOf(transaction, key),
        }),
      )
      const { key, people } = requireAllowed(begun)
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

    check: organizationId => checkRecord(context, organizationId),

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

/** A condition for the rows of a filter; `null` where there can be none. */
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

const peopleOf = async (transaction: Transaction, key: OrganizationKey): Promise<ReadonlyMap<string, Person>> =>
  new Map((await membersIn(transaction, key)).map(member => [member.id, member]))

async function casesOf({ case: cases }: Transaction, rows: readonly CaseRecord[]): Promise<ReadonlyMap<string, KnownCase>> {
  const ids = [...new Set(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))]
  const found = await cases.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, teamId: true, assignments: true } })
  return new Map(
    found.map(({ id, number, teamId, assignments }) => [id, { number, teamId, memberIds: assignments.map(({ memberId }) => memberId) }]),
  )
}

/** A line about a case belongs to the case; every other line belongs to the member who acted. */
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
