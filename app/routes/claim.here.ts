import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { openStill } from '#app/features/claim/return/open-still.server.ts'
import { findVisit } from '#app/features/claim/visit.server.ts'

/** Tells a script of the page how long the claim stays open in this browser. */
export const loader = async ({ request, context: { services } }: LoaderFunctionArgs) => Response.json(await openStill(services, request))

/** Keeps the claim open after the person has pressed the button to stay. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  await findVisit(services, request)
  return Response.json(await openStill(services, request))
}
