import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasCheckAnswers, startClaim, TAKE_OVER } from '#app/features/claim/start/start-claim.server.ts'
import { StartPage, type StartView } from '#app/features/claim/start/start-page.tsx'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { findVisit } from '#app/features/claim/visit.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { mayStayOpen: true }

export async function loader({ request, context: { services } }: LoaderFunctionArgs): Promise<StartView> {
  return {
    open: (await findVisit(services, request)) !== null,
    takeOver: hasCheckAnswers(services, request) ? TAKE_OVER : null,
    terms: STORAGE_TERMS,
  }
}

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const result = await startClaim(services, request, clientAddress)
  if (result instanceof Response) throw result
  return data(result, { status: 429 })
}

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
