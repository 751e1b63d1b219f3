import { createSharedReads, type StaffContext } from '#app/auth/visit.server.ts'
import { caseFrame } from '#app/features/casefile/case-frame.server.ts'
import { requireOpenCase } from '#app/features/casefile/open-case.server.ts'
import { overviewView } from '#app/features/casefile/overview.server.ts'
import { caseListView, changeList } from '#app/features/caseload/list.server.ts'
import { workFrame } from '#app/features/casework/work-frame.server.ts'
import { prefixed } from '#app/features/filing/prefix.ts'
import { saveSection } from '#app/features/filing/save-section.server.ts'
import { savedValues } from '#app/features/filing/section-view.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { getQuestion } from '#machines/answers/questions/index.ts'
import { SEARCHES, STORY } from './many-cases-people.ts'
import type { Office } from './many-cases-office.ts'

const LIST = '/work/cases'
const PAGE = 'story'

export const WORKS = ['list', 'team', 'whole', 'frequent', 'misspelled', 'open', 'save'] as const
export type Work = (typeof WORKS)[number]

/** Least number of rows that each list must show, so that no page is measured that found nothing. */
const leastRows = (size: number): Readonly<Record<'list' | 'team' | 'whole' | 'frequent' | 'misspelled', number>> => ({
  list: 50,
  team: 50,
  whole: 1,
  frequent: Math.min(size / 20, 50),
  misspelled: 1,
})

function requestOf(session: string, path: string, form?: Readonly<Record<string, string>>): Request {
  const body = form && new URLSearchParams(form)
  return new Request(`http://localhost${path}`, {
    headers: { Cookie: `${COOKIE_NAMES.staff}=${session}` },
    ...(body && { method: 'POST', body }),
  })
}

/** The load context of a request, as far as pages of the staff use it. */
const contextOf = (services: Services): StaffContext => ({ services, reads: createSharedReads() })

/**
 * What a server does for each page of the staff, all of it but HTTP and the drawing: the session, the permission, what stands around the page, the
 * page, the record. Loaders of one page run at once, as they do in the server.
 * @param round chooses the case, and makes every saved answer a new one
 */
export async function pageWorks(services: Services, office: Office, round: number): Promise<Readonly<Record<Work, () => Promise<void>>>> {
  const {
    size,
    sessions: { owner, worker },
    workersCases,
  } = office
  const least = leastRows(size)
  const number = workersCases[round % workersCases.length] ?? 0
  const casePath = `${LIST}/${number}`
  // The form that is sent was drawn by an earlier request.
  const base = savedValues(await requireOpenCase(contextOf(services), requestOf(worker, casePath), String(number)), PAGE)

  const list = (who: string, rows: number) => async () => {
    const request = requestOf(who, LIST)
    const context = contextOf(services)
    const [, view] = await Promise.all([workFrame(context, request), caseListView(context, request)])
    expectRows(view.rows, rows)
  }
  const search = (text: string, rows: number) => async () => {
    const view = await changeList(contextOf(services), requestOf(owner, LIST, { intent: 'search', search: text }))
    if (view instanceof Response) throw new Error('a search leads nowhere else')
    await workFrame(contextOf(services), requestOf(owner, LIST))
    expectRows(view.rows, rows)
  }
  return {
    list: list(owner, least.list),
    team: list(worker, least.team),
    whole: search(SEARCHES.whole, least.whole),
    frequent: search(SEARCHES.frequent, least.frequent),
    misspelled: search(SEARCHES.misspelled, least.misspelled),
    open: async () => {
      const request = requestOf(worker, casePath)
      const context = contextOf(services)
      await Promise.all([
        workFrame(context, request),
        caseFrame(context, request, String(number)),
        overviewView(context, request, String(number)),
      ])
    },
    save: async () => {
      const form = { [prefixed(PAGE, 'base')]: JSON.stringify(base), [prefixed(PAGE, 'circumstances')]: `${STORY} Round ${round}.` }
      const { section } = getQuestion(PAGE)
      const saved = await saveSection(
        contextOf(services),
        requestOf(worker, `${casePath}/prepare/${section}`, form),
        String(number),
        section,
      )
      if (!(saved instanceof Response)) throw new Error(`not saved: ${saved.status}`)
    },
  }
}

function expectRows(rows: readonly unknown[], least: number): void {
  if (rows.length < least) throw new Error(`${rows.length} rows instead of ${least}`)
}
