import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { openStill } from '#app/features/claim/return/open-still.server.ts'
import { findVisit } from '#app/features/claim/visit.server.ts'

/** How long the claim stays open in this browser; pages ask by themselves. */
export const loader = async ({ request, context: { services } }: LoaderFunctionArgs) => Response.json(await openStill(services, request))

/** Keeps the claim open: somebody has pressed that they are still here. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  await findVisit(services, request)
  return Response.json(await openStill(services, request))
}
