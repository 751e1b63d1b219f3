import type { LoaderFunctionArgs } from '@remix-run/node'
import { getVisit, pathOf, seeOther } from '#app/features/check/visit.server.ts'

/** Leads to the question that waits, or to the result. */
export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return seeOther(pathOf(getVisit(services, request).replay.position))
}
