import { may, type Actor, type Target } from './permissions.ts'

/**
 * Why two cases of an organization may be one, or must not be worked on together. `same-person`: one name and birth date.
 * `same-phone`: one telephone number. `conflict`: somebody on the other side of one is the victim or claimant of another.
 */
const ALERT_KINDS = ['conflict', 'same-person', 'same-phone'] as const
type AlertKind = (typeof ALERT_KINDS)[number]

/** Another case that a case may have to do with. */
export interface Suspicion {
  readonly kind: AlertKind
  readonly number: number
  readonly target: Target
}

/** What a member is told. */
export interface CaseAlert {
  readonly kind: AlertKind
  /** Numbers of the other cases that the member may know of. */
  readonly numbers: readonly number[]
  /** Of `numbers`, those that the member may open. */
  readonly readable: readonly number[]
  /** Whether there is another of which only somebody else may know which. */
  readonly askSupervisor: boolean
}

/** Owners and supervisors have to decide what is to be done, also where the other case is another team's. */
const decides = ({ role }: Actor): boolean => role === 'owner' || role === 'supervisor'

/** What a member who may read a case is told of others that it may have to do with. */
export function alertsFor(actor: Actor, suspicions: readonly Suspicion[]): CaseAlert[] {
  return ALERT_KINDS.flatMap(kind => {
    const those = suspicions.filter(suspicion => suspicion.kind === kind)
    if (those.length === 0) return []
    const readable = those.filter(({ target }) => may(actor, 'read:case', target))
    const known = decides(actor) ? those : readable
    return [{ kind, numbers: numbersOf(known), readable: numbersOf(readable), askSupervisor: known.length < those.length }]
  })
}

const numbersOf = (those: readonly Suspicion[]): number[] =>
  [...new Set(those.map(({ number }) => number))].sort((one, other) => one - other)

/** A number that more cases share is a house's, not a person's. */
export const MOST_OF_ONE_PHONE = 4
