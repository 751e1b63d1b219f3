import type { ActionFunctionArgs } from '@remix-run/node'
import { WORK_PATHS } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { figuresFile } from '#app/features/records/figures.server.ts'

/** A file is asked for with the button of the page; somebody who comes by its address is led there. */
export const loader = () => seeOther(WORK_PATHS.figures)

export const action = ({ request, context }: ActionFunctionArgs) => figuresFile(context, request)
