import { casePath, caseTarget, findReadCase, granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { may, type Permission } from '#machines/casework/permissions.ts'

/** The head and the tabs around every page of a case. */
export interface CaseFrame {
  readonly number: number
  readonly label: string
  /** The name under which members look for the case; empty if the claim has none yet, or can no longer be opened here. */
  readonly name: string
  readonly ended: boolean
  /** `alone` marks the page whose address is the beginning of the other addresses: its tab is current on that page only. */
  readonly tabs: readonly { readonly to: string; readonly label: string; readonly alone: boolean }[]
}

/** Pages of a case, each with the permission that a member needs to see its tab. A new page adds a line. */
const TABS = [
  { page: undefined, label: 'casefile:tabs.overview', permission: 'read:case', needsClaim: true },
  { page: 'prepare', label: 'casefile:tabs.prepare', permission: 'edit:case', needsClaim: true },
  { page: 'notes', label: 'casefile:tabs.notes', permission: 'read:note', needsClaim: false },
  { page: 'life', label: 'casefile:tabs.life', permission: 'read:case', needsClaim: true },
  { page: 'sharing', label: 'casefile:tabs.sharing', permission: 'read:case', needsClaim: true },
  { page: 'record', label: 'records:tab', permission: 'read:case', needsClaim: false },
] as const satisfies readonly {
  readonly page: Parameters<typeof casePath>[1]
  readonly label: string
  readonly permission: Permission
  readonly needsClaim: boolean
}[]

/** The head and the tabs for the page of a request. */
export async function caseFrame(context: StaffContext, request: Request, address: string | undefined): Promise<CaseFrame> {
  const { casework, actor } = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const head = (await findReadCase(context, address)) ?? granted(await casework.cases.peek(actor, number))
  const { about, summary } = head
  const target = caseTarget(actor, head)
  return {
    number,
    label: about.label,
    name: summary?.names[0] ?? '',
    ended: summary === null,
    tabs: TABS.filter(({ permission, needsClaim }) => may(actor, permission, target) && (summary !== null || !needsClaim)).map(
      ({ page, label }) => ({
        to: casePath(number, page),
        label,
        alone: page === undefined,
      }),
    ),
  }
}
