import type { LoaderFunctionArgs } from '@remix-run/node'
import { getVisit, keptNothing, pathOf, seeOther } from '#app/features/check/visit.server.ts'

/** Leads to the question that the person has gone away from, the one that waits, or the result. */
export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  if (keptNothing(services, request)) return seeOther('/check/cookies')
  const { typed, replay } = getVisit(services, request)
  return seeOther(pathOf(typed?.id ?? replay.position))
}
