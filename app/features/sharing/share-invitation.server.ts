import type { ClaimVisit } from '#app/features/claim/visit.server.ts'
import type { Services } from '#app/services.server.ts'

/** Leads to the page that shares a claim: ready sentences, so that the browser needs no file of them. */
export interface ShareInvitation {
  readonly why: string
  readonly link: string
}

/** `null` where there are no groups to share with. */
export const shareInvitation = ({ casework }: Services, { speech: { t } }: Pick<ClaimVisit, 'speech'>): ShareInvitation | null =>
  casework && { why: t('sharing:claim.invitation.why'), link: t('flow:tasks.share') }
