import type { ActionFunctionArgs } from '@remix-run/node'
import { WORK_PATHS } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { figuresFile } from '#app/features/records/figures.server.ts'

/** Leads to the page of the figures, because only its button makes the file. */
export const loader = () => seeOther(WORK_PATHS.figures)

export const action = ({ request, context }: ActionFunctionArgs) => figuresFile(context, request)
