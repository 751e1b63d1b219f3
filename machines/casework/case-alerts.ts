import { may, type Actor, type Target } from './permissions.ts'

/**
 * Why two cases of an organization may be the same case, or must not be worked on together. `same-person`: they share a name and a birth
 * date. `same-phone`: they share a telephone number. `conflict`: a person on the other side of one case is the victim or claimant of the
 * other.
 */
const ALERT_KINDS = ['conflict', 'same-person', 'same-phone'] as const
type AlertKind = (typeof ALERT_KINDS)[number]

/** Another case that may be related to a case. */
export interface Suspicion {
  readonly kind: AlertKind
  readonly number: number
  readonly target: Target
}

/** One alert as a member sees it. */
export interface CaseAlert {
  readonly kind: AlertKind
  /** Numbers of the other cases that the member may be told. */
  readonly numbers: readonly number[]
  /** Of `numbers`, those that the member may open. */
  readonly readable: readonly number[]
  /** Whether there are further cases whose numbers the member may not be told, so that a supervisor has to look. */
  readonly askSupervisor: boolean
}

/** Owners and supervisors decide what to do about an alert, even where the other case belongs to another team. */
const decides = ({ role }: Actor): boolean => role === 'owner' || role === 'supervisor'

/** The alerts that a member who may read a case gets about other cases that may be related to it. */
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

/** A telephone number that this many other cases share, or more, is that of a place and not of a person, so it raises no alert. */
export const MOST_OF_ONE_PHONE = 4
