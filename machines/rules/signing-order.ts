import type { Day } from '#machines/calendar/day.ts'
import type { HelperKind } from './helper-kind.ts'
import type { Obstacle } from './obstacle.ts'
import type { Signer, SigningPlan } from './signing-plan.ts'

/** Everybody who can sign a claim, helpers first. */
export const SIGNATORIES = ['attorney', 'advocate', 'other', 'claimant', 'guardian'] as const satisfies readonly (HelperKind | Signer)[]
export type Signatory = (typeof SIGNATORIES)[number]

/** One signature: whose it is and the day written beside it. */
export interface Signature {
  readonly who: Signatory
  readonly signedOn: Day
}

/** Every obstacle that {@link signingObstacles} can name. */
export const SIGNING_OBSTACLES = [
  'signer-not-in-plan',
  'signed-already',
  'signed-before-ready',
  'attorney-first',
  'helper-not-after-claimant',
] as const
export type SigningObstacle = (typeof SIGNING_OBSTACLES)[number]

/**
 * The obstacles to one more signature. An attorney signs before the claimant, so an attorney's signature cannot follow the claimant's, not
 * even on the same day. An advocate's day is the claimant's day or an earlier one, in whatever order the two are recorded. For any other
 * helper no rule was read, so a signature of theirs has to meet the advocate's rule.
 * @param signed signatures so far, in the order in which they were made
 * @param readyOn day on which the papers were made ready: an older signature stands on another paper
 */
export function signingObstacles(
  plan: SigningPlan,
  signed: readonly Signature[],
  next: Signature,
  readyOn: Day,
): Obstacle<SigningObstacle>[] {
  if (next.who !== plan.signer && next.who !== plan.helper) return [{ code: 'signer-not-in-plan', citation: 'gov-13952-b' }]
  const own = signed.find(({ who }) => who === plan.signer)
  const helper = signed.find(({ who }) => who === plan.helper)
  const [ownNow, helperNow] = next.who === plan.signer ? [next, helper] : [own, next]
  const attorneyLate = plan.helper === 'attorney' && (next.who === 'attorney' ? own !== undefined : helper === undefined)
  const daysCrossed = ownNow !== undefined && helperNow !== undefined && helperNow.signedOn > ownNow.signedOn
  return [
    ...when(
      signed.some(({ who }) => who === next.who),
      'signed-already',
      'house-choice',
    ),
    ...when(next.signedOn < readyOn, 'signed-before-ready', 'house-choice'),
    ...when(attorneyLate || (daysCrossed && plan.helper === 'attorney'), 'attorney-first', '2-ccr-649.21'),
    ...when(daysCrossed && plan.helper !== 'attorney', 'helper-not-after-claimant', 'calvcb-for-advocates'),
  ]
}

const when = (found: boolean, code: SigningObstacle, citation: Obstacle['citation']): Obstacle<SigningObstacle>[] =>
  found ? [{ code, citation }] : []

/** Whether all who have to sign have signed: the claimant or guardian, and a helper who is an attorney or an advocate. */
export function isFullySigned(plan: SigningPlan, signed: readonly Signature[]): boolean {
  const has = (who: Signatory) => signed.some(signature => signature.who === who)
  return has(plan.signer) && (plan.helper === null || plan.helper === 'other' || has(plan.helper))
}
