import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { DeletePage } from '#app/features/claim/return/delete-page.tsx'
import { forgotten } from '#app/features/claim/question/typed-form.server.ts'
import { closeCookie, PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  await requireVisit(services, request)
  return null
}

/** Deletes the claim and all that belongs to it immediately. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const { session } = await requireVisit(services, request)
  const deleted = await services.drafts.deleteNow(session)
  return seeOther(deleted ? PATHS.deleted : PATHS.return, closeCookie(request), ...forgotten(services, request))
}

export default DeletePage
