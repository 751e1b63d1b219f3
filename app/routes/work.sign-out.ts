import type { ActionFunctionArgs } from '@remix-run/node'
import { WORK_PATHS } from '#app/auth/visit.server.ts'
import { signOut } from '#app/features/casework/sign-in.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'

/** Leads to the start page. To open the address does not sign a member out. */
export const loader = () => seeOther(WORK_PATHS.home)

export const action = ({ request, context: { services } }: ActionFunctionArgs) => signOut(services, request)
