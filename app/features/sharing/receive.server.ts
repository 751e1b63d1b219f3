import { encode } from 'uqr'
import { requirePermission, requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { SHARE_CODE_MINUTES } from '#app/data/cases/index.server.ts'
import { PATHS } from '#app/features/claim/visit.server.ts'
import { oneself } from '#machines/casework/permissions.ts'

/** A code. The page shows it once. */
export interface ReceiveView {
  readonly minutes: number
  readonly code: string | null
  /** Address in the picture. The code stands after `#`, because browsers send that part nowhere. */
  readonly address: string | null
  /** The picture: the number of squares in a row, and an SVG path of the dark ones. */
  readonly picture: { readonly size: number; readonly path: string } | null
}

export async function receiveView(context: StaffContext, request: Request): Promise<ReceiveView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  return { minutes: SHARE_CODE_MINUTES, code: null, address: null, picture: null }
}

/** Makes a code and shows it in this answer. It is not stored in a form that could be shown again. */
export async function showCode(context: StaffContext, request: Request): Promise<ReceiveView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  const { code } = await visit.casework.makeShareCode(visit.actor)
  const address = `${new URL(request.url).origin}${PATHS.share}#${code}`
  return { minutes: SHARE_CODE_MINUTES, code, address, picture: pictureOf(address) }
}

/** A QR code as one path of squares. */
function pictureOf(text: string): NonNullable<ReceiveView['picture']> {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
