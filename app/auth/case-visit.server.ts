import { type CaseHead, type CaseRefusal, type CaseResult, targetOf } from '#app/data/cases/index.server.ts'
import type { Casework } from '#app/data/casework.server.ts'
import type { Actor, Target } from '#machines/casework/permissions.ts'
import { isRead, requireStaffVisit, type StaffContext, type StaffVisit } from './visit.server.ts'

const STATUS_OF: Readonly<Record<CaseRefusal, number>> = { 'not-found': 404, forbidden: 403, ended: 410 }

/** Address of a page of a case. The number in it says nothing about a person. */
export const casePath = (number: number, page?: 'prepare' | 'notes' | 'life' | 'sharing' | 'record' | 'statement' | 'copy' | 'papers') =>
  `/work/cases/${number}${page === undefined ? '' : `/${page}`}`

/** Reads the number of a case from an address; throws a 404 where there is none. */
export function requireCaseNumber(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Response(null, { status: 404 })
}

/** The target of a member's permission for a case of their organization, for pages that show or hide something of it. */
export const caseTarget = ({ organizationId }: Actor, { teamId, memberIds }: Pick<CaseHead, 'teamId' | 'memberIds'>): Target =>
  targetOf({ organizationId, teamId }, memberIds)

/**
 * Returns what a call for a case gave.
 * @throws Response 404 where this member has no such case, 403 where the role lacks the permission, 410 where the claim was taken back,
 * handed on or deleted
 */
export function granted<T>(result: CaseResult<T>): T {
  if (result.ok) return result.value
  throw new Response(null, { status: STATUS_OF[result.reason] })
}

/** A case as its page has read it, with the visit of the member who reads. */
export interface CaseReading<Found extends CaseHead> {
  readonly staff: StaffVisit
  readonly number: number
  readonly found: Found
}

/**
 * Reads what a page shows of its case. The frame around the page takes the case from this reading (see {@link findReadCase}), so a loader
 * calls this before it awaits anything.
 * @throws Response that redirects to the sign-in, or 404, 403, 410 as {@link granted} does
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

/** The case that the page of this request reads; `null` where the page reads none or the member may not read it. */
export async function findReadCase({ reads }: StaffContext, address: string | undefined): Promise<CaseHead | null> {
  const reading = await reads.cases.get(address)?.catch(() => null)
  return reading?.found ?? null
}
