import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { casePacket } from '#app/features/casefile/case-packet.server.ts'
import { requireOpenCase } from '#app/features/casefile/open-case.server.ts'

/** Answers 405, because only the form of the case's page makes the file. Checks the permission first. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOpenCase(context, request, params.number)
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
}

export const action = ({ request, params, context }: ActionFunctionArgs) => casePacket(context, request, params.number, params.part)
