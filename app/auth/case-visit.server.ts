import { targetOf, type CaseRefusal, type CaseResult } from '#app/data/case-desk.server.ts'
import type { CaseHead } from '#app/data/cases.server.ts'
import type { Actor, Target } from '#machines/casework/permissions.ts'

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
