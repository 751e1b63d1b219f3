import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { paperFile, paperFileAgain } from '#app/features/claim/packet/paper-file.server.ts'
import { findVisit, PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

/** The file that this browser has just asked for with its button. Otherwise leads to a page that is plainly no file. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const visit = await findVisit(services, request)
  return (visit && (await paperFileAgain(services, request, visit, params.part))) ?? seeOther(PATHS.papersAgain)
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  return paperFile(services, request, await requireVisit(services, request), params.part)
}
