import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit } from '#app/auth/visit.server.ts'
import { takeCase } from '#app/features/records/take-case.server.ts'

/** A file is asked for with the button of the case's record. Who may not read the case learns nothing of it here, either. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { casework, actor } = await requireStaffVisit(context, request)
  granted(await casework.cases.peek(actor, requireCaseNumber(params.number)))
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
}

export const action = ({ request, params, context }: ActionFunctionArgs) => takeCase(context, request, params.number)
