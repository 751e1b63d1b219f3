import type { ActionFunctionArgs } from '@remix-run/node'
import { WORK_PATHS } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { recordFile } from '#app/features/records/record-file.server.ts'

/** Leads to the page of the record, because only its button makes the file. */
export const loader = () => seeOther(WORK_PATHS.record)

export const action = ({ request, context }: ActionFunctionArgs) => recordFile(context, request)
