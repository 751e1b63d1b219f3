import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LockPage } from '#app/features/claim/return/lock-page.tsx'
import { forgotten } from '#app/features/claim/question/typed-form.server.ts'
import { closeCookie, findVisit, PATHS, seeOther } from '#app/features/claim/visit.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { mayStayOpen: true }

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await findVisit(services, request)
  return { open: visit !== null, hasPhrase: visit?.draft.hasPhrase ?? false }
}

/** Ends the session. The claim stays, and its phrase opens it again. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const visit = await findVisit(services, request)
  if (visit) await services.drafts.lock(visit.session)
  return seeOther(PATHS.lock, closeCookie(request), ...forgotten(services, request))
}

export default function Lock() {
  return <LockPage {...useLoaderData<typeof loader>()} />
}
