import type { StaffContext, StaffVisit } from '#app/auth/visit.server.ts'
import { type DueCase, type DueFilters, MOST_DUE_CASES } from '#app/data/caseload/index.server.ts'
import { requireList, type Choice } from '#app/features/caseload/list.server.ts'
import { assumptionSentence } from '#app/features/lifecycle/tell.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { AHEAD_DAYS, DUE_SPANS, dueSpan, NEAR_DAYS, type DueDay, type DueSpan } from '#machines/casework/due-days.ts'
import { scopeOf } from '#machines/casework/permissions.ts'

/** One thing that is due in one case. */
export interface DueRow extends Pick<DueCase, 'number' | 'label' | 'workers'>, Pick<DueDay, 'day' | 'daysLeft' | 'overdue' | 'certainty'> {
  /** Unique among the rows. */
  readonly id: string
  readonly what: string
  /** The day in words; `day` holds it for programs. */
  readonly date: string
  /** Numbers of the notes that explain how the day is counted. */
  readonly notes: readonly number[]
}

export interface DueView {
  /** Today in words, so that a printed page says its day. */
  readonly today: string
  /** Tasks of the organization, by how near they are; spans without tasks are left out. */
  readonly ours: readonly { readonly span: DueSpan; readonly rows: readonly DueRow[] }[]
  /** Answers that the organization waits for: those that are late, and those still in time. */
  readonly board: Readonly<Record<'late' | 'ahead', readonly DueRow[]>>
  /** Notes that explain how days are counted; the first is note 1. */
  readonly notes: readonly string[]
  readonly days: { readonly near: number; readonly ahead: number }
  /** Number of the cases that are shown; `null` if all are. */
  readonly cutAt: number | null
  readonly fields: Readonly<Record<'member' | 'team', string>>
  readonly filtered: boolean
  readonly members: readonly Choice[]
  /** Empty if the member sees the cases of one team at most. */
  readonly teams: readonly Choice[]
}

/** Things due across the cases that a member may see. The address holds only codes. */
export async function dueView(context: StaffContext, request: Request): Promise<DueView> {
  const visit = await requireList(context, request)
  const { casework, actor } = visit
  const { code } = requestLanguage(request)
  const t = getTranslate(code)
  const { searchParams } = new URL(request.url)
  const fields = { member: searchParams.get('member') ?? '', team: searchParams.get('team') ?? '' }
  const { cases, more } = await casework.caseDue.list(actor, filtersOf(fields))
  const { rows, notes } = rowsOf(cases, code, t)
  const ours = rows.filter(({ whose }) => whose === 'ours')
  const board = rows.filter(({ whose }) => whose === 'board')
  return {
    today: formatDate(context.services.today(), code),
    ours: DUE_SPANS.map(span => ({ span, rows: ours.filter(({ daysLeft }) => dueSpan(daysLeft) === span) })).filter(
      group => group.rows.length > 0,
    ),
    board: { late: board.filter(({ overdue }) => overdue), ahead: board.filter(({ overdue }) => !overdue) },
    notes,
    days: { near: NEAR_DAYS, ahead: AHEAD_DAYS },
    cutAt: more ? MOST_DUE_CASES : null,
    fields,
    filtered: fields.member !== '' || fields.team !== '',
    ...(await choices(visit)),
  }
}

const filtersOf = ({ member, team }: DueView['fields']): DueFilters => ({
  ...(member !== '' && { memberId: member }),
  ...(team !== '' && { teamId: team }),
})

async function choices({ casework, actor, organization }: StaffVisit): Promise<Pick<DueView, 'members' | 'teams'>> {
  const members = await casework.members.list(organization.id)
  const teams = scopeOf(actor.role, 'read:case') === 'organization' ? await casework.organizations.teams(organization.id) : []
  return {
    members: members
      .filter(({ disabled, role }) => !disabled && scopeOf(role, 'read:case') !== null)
      .map(({ id, name }) => ({ value: id, label: name })),
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** A row for each thing, in the order of the page, and the notes that the rows name, numbered in the order in which they are read. */
function rowsOf(
  cases: readonly DueCase[],
  language: LanguageCode,
  t: Translate,
): { readonly rows: readonly (DueRow & Pick<DueDay, 'whose'>)[]; readonly notes: readonly string[] } {
  const notes: string[] = []
  const noteOf = (text: string) => (notes.includes(text) ? notes.indexOf(text) + 1 : notes.push(text))
  const days = cases
    .flatMap(found => found.due.map(due => ({ found, due })))
    .sort(
      (one, other) =>
        Number(one.due.whose === 'board') - Number(other.due.whose === 'board') ||
        one.due.daysLeft - other.due.daysLeft ||
        one.found.number - other.found.number,
    )
  const rows = days.map(({ found: { number, label, workers }, due: { kind, whose, day, daysLeft, overdue, certainty, assumptions } }) => ({
    id: `${number}-${kind}`,
    number,
    label,
    workers,
    whose,
    day,
    daysLeft,
    overdue,
    certainty,
    what: t(`lifecycle:due.kind.${kind}`),
    date: formatDate(day, language),
    notes: assumptions.map(id => noteOf(assumptionSentence(t, id))),
  }))
  return { rows, notes }
}
