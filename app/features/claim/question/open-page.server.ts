import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import { pageApplies } from '#machines/claim/walk.ts'
import { pathOf, PATHS, requireQuestion, requireVisit, seeOther, type ClaimVisit } from '../visit.server.ts'

/**
 * The page of an address, if it can be opened. The first page must be answered before any other, because all
 * others depend on it. A page that does not apply leads to the list of pages.
 * @throws Response that leads away, or 404
 */
export async function requireOpenPage(
  services: Services,
  request: Request,
  address: string | undefined,
): Promise<{ readonly visit: ClaimVisit; readonly id: QuestionId }> {
  const id = requireQuestion(address)
  const visit = await requireVisit(services, request)
  if (id !== 'filer' && visit.draft.answers.filer === undefined) throw seeOther(pathOf('filer'))
  const { draft, today } = visit
  if (!pageApplies(id, draft.answers, today)) throw seeOther(PATHS.tasks)
  return { visit, id }
}
