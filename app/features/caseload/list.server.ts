import { caseTarget } from '#app/auth/case-visit.server.ts'
import { requirePermission, requireStaffVisit, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import {
  CASE_SORTS,
  type CaseFilters,
  type CaseRowView,
  type CaseSort,
  type CaseView,
  DUE_FILTERS,
} from '#app/data/caseload/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { button, press } from '#app/forms/press.server.ts'
import { words } from '#app/forms/sent-fields.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { findPaperLanguage, PAPER_LANGUAGES } from '#app/i18n/languages.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { may, scopeOf, oneself, ownTeam } from '#machines/casework/permissions.ts'
import { DRAFT_STATES } from '#machines/draft/machine.ts'
import { PERMISSION_OF, manyProblems, chosenCases, type ManyIntent } from './chosen-cases.server.ts'

export const CASES_PATH = '/work/cases'
/** Longest name of a saved view, in characters. */
const LONGEST_NAME = 60

export interface CaseRow extends Omit<CaseRowView, 'changedOn' | 'language' | 'memberIds' | 'state'> {
  /** The state in words; `null` if the claim was taken back, handed over or deleted. */
  readonly state: string | null
  readonly changed: string
  readonly language: string | null
  /** Whether the member may do with this case any of the things that are done with chosen cases. */
  readonly mayChoose: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface CaseListView {
  readonly rows: readonly CaseRow[]
  readonly more: boolean
  /** Address of the next page; `null` on the last page and for a search. */
  readonly next: string | null
  readonly search: string
  readonly fields: Readonly<Record<'state' | 'language' | 'member' | 'missing' | 'due' | 'ended' | 'sort', string>>
  readonly filtered: boolean
  readonly states: readonly Choice[]
  readonly languages: readonly Choice[]
  readonly members: readonly Choice[]
  /** The members to whom the signed-in member may assign cases. */
  readonly takers: readonly Choice[]
  readonly views: readonly { readonly id: string; readonly name: string; readonly path: string }[]
  readonly mayCreate: boolean
  readonly mayAssign: boolean
  readonly mayPrint: boolean
  readonly mayTakeOut: boolean
  readonly done: string | null
  readonly problems: readonly FormProblem[]
  /** Numbers of the chosen cases that could not be changed or made into a file. */
  readonly refused: readonly number[]
  /** Numbers of the cases that were chosen when a form was sent. */
  readonly chosen: readonly number[]
}

/** The visit of a member who may list cases. Throws a 403 response for a role that may read no cases. */
export async function requireList(context: StaffContext, request: Request): Promise<StaffVisit> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'read:case', scopeOf(visit.actor.role, 'read:case') === 'own' ? oneself(visit.actor) : ownTeam(visit.actor))
  return visit
}

type Fields = CaseListView['fields']

const FIELDS = ['state', 'language', 'member', 'missing', 'due', 'ended', 'sort'] as const
const fieldsOf = (params: URLSearchParams) => Object.fromEntries(FIELDS.map(field => [field, params.get(field) ?? ''])) as Fields

function filtersOf({ state, language, member, missing, due, ended }: Fields): CaseFilters {
  const known = DRAFT_STATES.find(each => each === state)
  const dueFilter = DUE_FILTERS.find(each => each === due)
  return {
    ...(known && { state: known }),
    ...(language !== '' && { language }),
    ...(member !== '' && { memberId: member }),
    ...(missing !== '' && { missing: missing === 'some' }),
    ...(dueFilter && { due: dueFilter }),
    ...(ended !== '' && { ended: true }),
  }
}

const sortOf = ({ sort }: Fields): CaseSort => CASE_SORTS.find(each => each === sort) ?? 'due'

/** The list with the filters of the address, which holds only codes, never the words of a search. */
export async function caseListView(context: StaffContext, request: Request): Promise<CaseListView> {
  const visit = await requireList(context, request)
  const { searchParams } = new URL(request.url)
  const fields = fieldsOf(searchParams)
  const after = searchParams.get('after')
  const page = await visit.casework.caseload.list(visit.actor, {
    filters: filtersOf(fields),
    sort: sortOf(fields),
    ...(after !== null && { after }),
  })
  return viewOf(visit, request, fields, page, { done: searchParams.get('done') })
}

interface Around {
  readonly search?: string
  readonly done?: string | null
  readonly problems?: readonly FormProblem[]
  readonly refused?: readonly number[]
  readonly chosen?: readonly number[]
}

async function viewOf(
  visit: StaffVisit,
  request: Request,
  fields: Fields,
  page: { readonly rows: readonly CaseRowView[]; readonly more: boolean; readonly next: string | null },
  { search = '', done = null, problems = [], refused = [], chosen = [] }: Around,
): Promise<CaseListView> {
  const { casework, actor, organization } = visit
  const { code } = requestLanguage(request)
  const t = getTranslate(code)
  const members = await casework.members.list(organization.id)
  const views = await casework.caseViews.list(actor)
  const nameOf = (language: string) => {
    const found = findPaperLanguage(language)
    return found ? (code === 'en' ? found.englishName : found.nativeName) : language
  }
  const people = members.filter(({ disabled, role }) => !disabled && scopeOf(role, 'read:case') !== null)
  const choices = (some: typeof people): Choice[] => some.map(({ id, name }) => ({ value: id, label: name }))
  const choosing = (ended: boolean) => (ended ? (['assign:case'] as const) : (['assign:case', ...Object.values(PERMISSION_OF)] as const))
  return {
    rows: page.rows.map(({ changedOn, language, memberIds, state, ...row }) => ({
      ...row,
      state: state && t(`lifecycle:state.${state}`),
      changed: formatDate(changedOn, code),
      language: language && nameOf(language),
      mayChoose: choosing(state === null).some(permission => may(actor, permission, caseTarget(actor, { teamId: row.teamId, memberIds }))),
    })),
    more: page.more,
    next: page.next === null ? null : `${CASES_PATH}?${new URLSearchParams({ ...onlyFilled(fields), after: page.next })}`,
    search,
    fields,
    filtered: FIELDS.some(field => field !== 'sort' && fields[field] !== ''),
    states: DRAFT_STATES.map(value => ({ value, label: t(`lifecycle:state.${value}`) })),
    languages: PAPER_LANGUAGES.map(({ code: value }) => ({ value, label: nameOf(value) })),
    members: choices(people),
    takers: choices(people.filter(({ teamId }) => may(actor, 'assign:case', caseTarget(actor, { teamId, memberIds: [] })))),
    views: views.map(view => ({ id: view.id, name: view.name, path: `${CASES_PATH}?${new URLSearchParams(addressOf(view))}` })),
    mayCreate: scopeOf(actor.role, 'create:case') !== null,
    mayAssign: scopeOf(actor.role, 'assign:case') !== null,
    done: done === 'assigned' || done === 'kept' || done === 'removed' ? done : null,
    problems,
    refused,
    chosen,
    mayPrint: scopeOf(actor.role, 'print:case') !== null,
    mayTakeOut: scopeOf(actor.role, 'make:export') !== null,
  }
}

const onlyFilled = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))

/** The filters of a saved view, as parameters of an address. */
function addressOf({
  filters: { state, language, memberId, missing, due, ended },
  sort,
}: Pick<CaseView, 'filters' | 'sort'>): Record<string, string> {
  return onlyFilled({
    state: state ?? '',
    language: language ?? '',
    member: memberId ?? '',
    missing: missing === undefined ? '' : missing ? 'some' : 'none',
    due: due ?? '',
    ended: ended ? 'yes' : '',
    sort,
  })
}

/** Does what a form of the list asks for. Redirects, or returns the list with what was found or what is wrong. */
export async function changeList(context: StaffContext, request: Request): Promise<Response | CaseListView> {
  const visit = await requireList(context, request)
  const { casework, actor } = visit
  const form = await readSentForm(request, STAFF_FORM)
  const fields = Object.fromEntries(FIELDS.map(field => [field, form.text(field)])) as Fields
  const [filters, sort] = [filtersOf(fields), sortOf(fields)]
  const back = (done: string) => seeOther(`${CASES_PATH}?${new URLSearchParams({ ...onlyFilled(fields), done })}`)
  const listed = async (around: Around) => {
    const search = around.search === undefined ? {} : { search: around.search }
    return viewOf(visit, request, fields, await casework.caseload.list(actor, { ...search, filters, sort }), around)
  }
  // The routes that make files send their form on to here if no file could be made.
  const madeNone = (intent: ManyIntent) => async () => {
    const { problems, refused } = await manyProblems(visit, form, intent)
    const busy = [{ field: 'cases', key: 'records:take.problem.busy' }]
    return listed({ problems: problems.length + refused.length > 0 ? problems : busy, refused, chosen: chosenCases(form) })
  }
  const wrongName = { field: 'name', key: 'caseload:errors.name', params: { most: LONGEST_NAME } }
  return press<Response | CaseListView>(form.intent, {
    papers: madeNone('papers'),
    files: madeNone('files'),
    search: () => listed({ search: form.text('search') }),
    keep: button(
      form,
      { name: words(LONGEST_NAME, wrongName.key) },
      async ({ name }) =>
        (await casework.caseViews.add(actor, { name, filters, sort })) ? back('kept') : listed({ problems: [wrongName] }),
      problems => listed({ problems }),
    ),
    forget: async () => {
      await casework.caseViews.remove(actor, form.text('view'))
      return back('removed')
    },
    assign: async () => {
      const numbers = chosenCases(form)
      const member = form.text('to')
      if (member === '' || numbers.length === 0)
        return listed({ problems: [{ field: 'to', key: 'caseload:errors.choose' }], chosen: numbers })
      const refused: number[] = []
      for (const number of numbers) {
        const result = await casework.assigning.assign(actor, number, { add: [member] })
        if (!result.ok || result.value !== 'done') refused.push(number)
      }
      return refused.length === 0 ? back('assigned') : listed({ refused, chosen: numbers })
    },
  })
}
