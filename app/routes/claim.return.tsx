import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReturnPage } from '#app/features/claim/return/return-page.tsx'
import { returnToClaim } from '#app/features/claim/return/return-to-claim.server.ts'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { openToShare } from '#app/features/claim/way-to-share.server.ts'
import { closeCookie, findEnded, findVisit } from '#app/features/claim/visit.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { mayStayOpen: true }

/** Says that a session has ended, and removes its cookie, so that the page says it once. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const ended = await findEnded(services, request)
  const open = (await findVisit(services, request)) !== null
  const headers = new Headers(ended ? { 'Set-Cookie': closeCookie(request) } : {})
  return data({ ended, open, terms: STORAGE_TERMS, share: openToShare(services, request) }, { headers })
}

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const result = await returnToClaim(services, request, clientAddress)
  if (result instanceof Response) throw result
  return data(result, { status: result.problem === 'slow-down' ? 429 : 422 })
}

export default function Return() {
  return <ReturnPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
