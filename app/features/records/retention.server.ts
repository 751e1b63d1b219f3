import { requirePermission, requireStaffVisit, WORK_PATHS, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { KEEP_MONTHS_RANGE } from '#app/data/records/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { codeText } from '#app/forms/typed-text.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { wholeOrganization } from '#machines/casework/permissions.ts'

/** What the last form did; `records:retention.done` has a sentence for each. */
const DONE = ['saved', 'erased'] as const

export interface RetentionView {
  readonly months: string
  readonly range: typeof KEEP_MONTHS_RANGE
  readonly done: (typeof DONE)[number] | null
  /** The case that the owner wants to erase, shown before they confirm; `gone` if there is none. */
  readonly found: { readonly number: number; readonly name: string; readonly label: string } | 'gone' | null
  readonly sought: string
}

/** A form that changed nothing. */
export interface RetentionRefused {
  readonly problems: readonly FormProblem[]
  /** The chosen months and the number of cases that they would erase within the hour, for the owner to confirm. */
  readonly asks: { readonly months: number; readonly cases: number } | null
  readonly typed: string
}

export async function retentionView(context: StaffContext, request: Request): Promise<RetentionView> {
  const visit = await requireOwner(context, request)
  const { searchParams } = new URL(request.url)
  const months = await visit.casework.retention.months(visit.organization.id)
  const sought = codeText(searchParams.get('case') ?? '')
  return {
    months: months === null ? '' : String(months),
    range: KEEP_MONTHS_RANGE,
    done: DONE.find(each => each === searchParams.get('done')) ?? null,
    sought,
    found: sought === '' ? null : await findCase(visit, sought),
  }
}

/** Changes the retention time, or erases a case, or returns what is wrong. */
export async function changeRetention(context: StaffContext, request: Request): Promise<Response | RetentionRefused> {
  const visit = await requireOwner(context, request)
  const form = await readSentForm(request, SMALL_FORM)
  return press(form.intent, {
    months: () => chooseMonths(visit, form.text('months'), form.text('cases')),
    erase: () => erase(visit, form.code('number'), form.code('confirm')),
  })
}

async function requireOwner(context: StaffContext, request: Request): Promise<StaffVisit> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'delete:case', wholeOrganization(visit.actor))
  return visit
}

async function findCase({ casework, actor }: StaffVisit, text: string): Promise<RetentionView['found']> {
  const number = numberOf(text)
  const head = number === null ? null : await casework.cases.peek(actor, number)
  if (!head?.ok) return 'gone'
  const { summary, about } = head.value
  return { number: head.value.number, name: summary?.names[0] ?? '', label: about.label }
}

async function chooseMonths(
  { casework, actor, organization }: StaffVisit,
  typed: string,
  agreed: string,
): Promise<Response | RetentionRefused> {
  const { least, most } = KEEP_MONTHS_RANGE
  const digits = codeText(typed)
  const months = digits === '' ? null : /^\d{1,3}$/.test(digits) ? Number(digits) : NaN
  if (months !== null && !(months >= least && months <= most))
    return { problems: [{ field: 'months', key: 'records:errors.months', params: { least, most } }], asks: null, typed }
  // Before cases are erased within the hour, the owner has to confirm their number.
  const cases = months === null ? 0 : await casework.retention.countDue(organization.id, months)
  if (months !== null && cases > 0 && agreed !== String(cases)) return { problems: [], asks: { months, cases }, typed }
  await casework.retention.choose(actor, months)
  return seeOther(`${WORK_PATHS.retention}?done=saved`)
}

async function erase({ casework, actor }: StaffVisit, text: string, confirm: string): Promise<Response | RetentionRefused> {
  const number = numberOf(text)
  if (number === null) throw new Response(null, { status: 404 })
  if (confirm !== text) return { problems: [{ field: 'confirm', key: 'records:errors.confirm' }], asks: null, typed: confirm }
  const erased = await casework.retention.erase(actor, number)
  return seeOther(`${WORK_PATHS.retention}?${erased.ok ? 'done=erased' : `case=${number}`}`)
}

const numberOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)
