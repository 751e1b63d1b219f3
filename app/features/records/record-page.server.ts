import { requirePermission, requireStaffVisit, WORK_PATHS, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { startInLosAngeles } from '#app/clock.server.ts'
import { CASE_RECORD_KINDS, type CaseRecordKind } from '#app/data/organizations/index.server.ts'
import type { RecordCheck, RecordFilter } from '#app/data/records/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { codeText } from '#app/forms/typed-text.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { addDays, isDay } from '#machines/calendar/day.ts'
import { may, ownTeam, wholeOrganization } from '#machines/casework/permissions.ts'
import { beforeOf, recordDays, type RecordDay } from './record-view.server.ts'

/** Fields of the form that filters the lines. */
const FIELDS = ['case', 'member', 'kind', 'from', 'until'] as const
type RecordFields = Readonly<Record<(typeof FIELDS)[number], string>>

export interface RecordPageView {
  readonly days: readonly RecordDay[]
  readonly older: string | null
  readonly fields: RecordFields
  readonly problems: readonly FormProblem[]
  readonly members: readonly { readonly value: string; readonly label: string }[]
  readonly kinds: readonly CaseRecordKind[]
  readonly filtered: boolean
  /** The check of the whole record; `null` for a member who sees only a part, because a part cannot be checked or exported. */
  readonly whole: { readonly check: RecordCheck | null; readonly code: string; readonly holds: boolean | null | undefined } | null
}

export async function recordPageView(context: StaffContext, request: Request): Promise<RecordPageView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'read:audit', ownTeam(visit.actor))
  const { casework, actor, organization } = visit
  const url = new URL(request.url)
  const fields = Object.fromEntries(FIELDS.map(field => [field, codeText(url.searchParams.get(field) ?? '')])) as RecordFields
  const { filter, problems } = readFilter(fields)
  const { lines, before } = problems.length > 0 ? { lines: [], before: null } : await casework.records.page(actor, filter, beforeOf(url))
  const members = await casework.members.list(organization.id)
  return {
    days: recordDays(lines, requestLanguage(request).code),
    older: before === null ? null : `${WORK_PATHS.record}?${new URLSearchParams({ ...onlyFilled(fields), before: String(before) })}`,
    fields,
    problems,
    members: members
      .filter(({ id, teamId }) => may(actor, 'read:audit', { organizationId: organization.id, teamId, ownerIds: [id] }))
      .map(({ id, name }) => ({ value: id, label: name })),
    kinds: CASE_RECORD_KINDS,
    filtered: Object.keys(onlyFilled(fields)).length > 0,
    whole: may(actor, 'read:audit', wholeOrganization(visit.actor)) ? await wholeOf(visit, url) : null,
  }
}

async function wholeOf({ casework, organization }: StaffVisit, url: URL): Promise<RecordPageView['whole']> {
  const code = codeText(url.searchParams.get('code') ?? '')
  return {
    check: url.searchParams.has('check') ? await casework.records.check(organization.id) : null,
    code,
    holds: code === '' ? undefined : await casework.records.holds(organization.id, code),
  }
}

const onlyFilled = (fields: RecordFields) => Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))

/** The filter of the fields, and the problems of fields that cannot be read. */
function readFilter({ case: number, member, kind, from, until }: RecordFields): {
  readonly filter: RecordFilter
  readonly problems: readonly FormProblem[]
} {
  const problems: FormProblem[] = []
  if (number !== '' && !/^[1-9]\d{0,8}$/.test(number)) problems.push({ field: 'case', key: 'records:errors.number' })
  for (const [field, day] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (day !== '' && !isDay(day)) problems.push({ field, key: 'records:errors.day' })
  const known = CASE_RECORD_KINDS.find(each => each === kind)
  const filter = {
    ...(number !== '' && { caseNumber: Number(number) }),
    ...(member !== '' && { memberId: member }),
    ...(known && { kind: known }),
    ...(isDay(from) && { from: startInLosAngeles(from) }),
    ...(isDay(until) && { until: startInLosAngeles(addDays(until, 1)) }),
  }
  return { filter, problems }
}
