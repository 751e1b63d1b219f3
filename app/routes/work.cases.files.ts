import type { ActionFunctionArgs } from '@remix-run/node'
import { CASES_PATH } from '#app/features/caseload/list.server.ts'
import { makeMany } from '#app/features/caseload/many-cases.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'

/** Leads to the list, because only its button makes the files. */
export const loader = () => seeOther(CASES_PATH)

export const action = ({ request, context }: ActionFunctionArgs) => makeMany(context, request, 'files')
