import type { ActionFunctionArgs } from '@remix-run/node'
import { WORK_PATHS } from '#app/auth/visit.server.ts'
import { passkeyOptions } from '#app/features/casework/passkey-options.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'

/** Leads to the start page, because only scripts use this address. */
export const loader = () => seeOther(WORK_PATHS.home)

export const action = ({ request, context }: ActionFunctionArgs) => passkeyOptions(context, request, context.clientAddress)
