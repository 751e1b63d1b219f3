import type { ShareInvitation } from '#app/features/claim/return/save-page.tsx'
import type { ClaimVisit } from '#app/features/claim/visit.server.ts'
import type { Services } from '#app/services.server.ts'

/** The link to sharing for the page of the phrase; `null` on a server without organizations. */
export const shareInvitation = ({ casework }: Services, { speech: { t } }: Pick<ClaimVisit, 'speech'>): ShareInvitation | null =>
  casework && { why: t('sharing:claim.invitation.why'), link: t('flow:tasks.share') }
