import { type CaseHead, type CaseRefusal, type CaseResult, targetOf } from '#app/data/cases/index.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import type { Actor, Target } from '#machines/casework/permissions.ts'
import { isRead, requireStaffVisit, type StaffContext, type StaffVisit } from './visit.server.ts'

const STATUS_OF: Readonly<Record<CaseRefusal, number>> = { 'not-found': 404, forbidden: 403, ended: 410 }

/** Addresses of a case's pages; the number says nothing of anybody. */
export const casePath = (number: number, page?: 'prepare' | 'notes' | 'life' | 'sharing' | 'record' | 'statement' | 'copy' | 'papers') =>
  `/work/cases/${number}${page === undefined ? '' : `/${page}`}`

/** The number of a case in an address; 404 where it is none. */
export function requireCaseNumber(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Response(null, { status: 404 })
}

/** What a member's permission for a case of their organization is asked about, where a page shows or hides something. */
export const caseTarget = ({ organizationId }: Actor, { teamId, memberIds }: Pick<CaseHead, 'teamId' | 'memberIds'>): Target =>
  targetOf({ organizationId, teamId }, memberIds)

/**
 * What came of asking for a case.
 * @throws Response 404 where there is none for this member, 403 where the role does not do this, 410 where the claim was taken back or deleted
 */
export function granted<T>(result: CaseResult<T>): T {
  if (result.ok) return result.value
  throw new Response(null, { status: STATUS_OF[result.reason] })
}

/** What a page reads of its case, and who asks. */
export interface CaseReading<Found extends CaseHead> {
  readonly staff: StaffVisit
  readonly number: number
  readonly found: Found
}

/**
 * Reads what a page shows of its case. What stands around the page takes the case from here (see {@link findReadCase}), so a loader
 * calls this before it waits for anything.
 * @throws Response that leads to the sign-in, or 404, 403, 410 as {@link granted} does
 */
export function readCase<Found extends CaseHead>(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  read: (casework: Casework, actor: Actor, number: number) => Promise<CaseResult<Found>>,
): Promise<CaseReading<Found>> {
  const reading = readNow()
  if (isRead(request)) context.reads.cases.set(address, reading)
  return reading

  async function readNow() {
    const staff = await requireStaffVisit(context, request)
    const number = requireCaseNumber(address)
    return { staff, number, found: granted(await read(staff.casework, staff.actor, number)) }
  }
}

/** The case that the page of this request reads; `null` where it reads none, or may not. */
export async function findReadCase({ reads }: StaffContext, address: string | undefined): Promise<CaseHead | null> {
  const reading = await reads.cases.get(address)?.catch(() => null)
  return reading?.found ?? null
}
