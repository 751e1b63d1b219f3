import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit } from '#app/auth/visit.server.ts'
import { takeCase } from '#app/features/records/take-case.server.ts'

/** Answers 405, because only a form makes the file. Checks the permission first, so that other people learn nothing of the case. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { casework, actor } = await requireStaffVisit(context, request)
  granted(await casework.cases.peek(actor, requireCaseNumber(params.number)))
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
}

export const action = ({ request, params, context }: ActionFunctionArgs) => takeCase(context, request, params.number)
