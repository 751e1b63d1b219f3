import type { DraftEventType } from './events.ts'

/** Who can take a step: the survivor whose claim it is, and the members of an organization that it was shared with. */
export const LIFECYCLE_ROLES = ['survivor', 'volunteer', 'caseworker', 'supervisor', 'owner'] as const
export type LifecycleRole = (typeof LIFECYCLE_ROLES)[number]

const EVERYBODY = LIFECYCLE_ROLES
const NOT_VOLUNTEERS = ['survivor', 'caseworker', 'supervisor', 'owner'] as const
const STAFF = ['volunteer', 'caseworker', 'supervisor', 'owner'] as const
const REVIEWERS = ['supervisor', 'owner'] as const

/**
 * Who may take which step. Volunteers prepare a claim and hand it on. The survivor and the members who answer for the case record what was
 * signed, filed or decided. Supervisors and owners review. Whether a member may open this case at all is checked elsewhere.
 */
export const MAY_TAKE = {
  PRINTED: EVERYBODY,
  ANSWER_CHANGED: EVERYBODY,
  SENT_TO_REVIEW: STAFF,
  TAKEN_FROM_REVIEW: STAFF,
  CHANGES_ASKED: REVIEWERS,
  APPROVED: REVIEWERS,
  /** The claim is the survivor's, so no review keeps a survivor from filing it. */
  READY_WITHOUT_REVIEW: ['survivor'],
  SIGNED_BY: NOT_VOLUNTEERS,
  SIGNING_STARTED_OVER: NOT_VOLUNTEERS,
  FILED: NOT_VOLUNTEERS,
  RECEIVED: NOT_VOLUNTEERS,
  VICTIM_ELIGIBLE: NOT_VOLUNTEERS,
  INCOME_LOSS_REVIEW_BEGUN: NOT_VOLUNTEERS,
  INFORMATION_ASKED: NOT_VOLUNTEERS,
  INFORMATION_SENT: NOT_VOLUNTEERS,
  ALLOWED: NOT_VOLUNTEERS,
  DENIED: NOT_VOLUNTEERS,
  PAID: NOT_VOLUNTEERS,
  APPEALED: NOT_VOLUNTEERS,
  HEARING_RECOMMENDATION: NOT_VOLUNTEERS,
  CLOSED: ['survivor', 'supervisor', 'owner'],
  REOPENED: ['survivor', 'supervisor', 'owner'],
} as const satisfies Record<DraftEventType, readonly LifecycleRole[]>

/** Whether a role may take a step, in any state. */
export function mayTake(role: LifecycleRole, type: DraftEventType): boolean {
  return (MAY_TAKE[type] as readonly LifecycleRole[]).includes(role)
}
