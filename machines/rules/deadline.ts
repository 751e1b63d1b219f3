import { addYears, daysBetween, firstDayOf, type Day, type PartialDate } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { AssumptionId } from '#machines/law/assumptions.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import type { Reason } from './reason.ts'

/** Every reason that {@link filingDeadline} can give. */
export const DEADLINE_REASONS = [
  'crime-end-missing',
  'crime-ongoing',
  'deadline-open',
  'deadline-soon',
  'late-filing',
  'discovery-alone',
] as const

export const DEADLINE_STATUSES = ['open', 'soon', 'late-filing', 'unknown'] as const
export const DEADLINE_BASES = ['crime', 'age-21', 'discovery'] as const

type DeadlineStatus = (typeof DEADLINE_STATUSES)[number]
type DeadlineBasis = (typeof DEADLINE_BASES)[number]

/** When the filing is due. There is no status for "too late": a late filing goes with a statement of the reasons. */
export interface DeadlineResult {
  /** Last day to file without the late-filing statement; `null` while the crime goes on or its end is not known. */
  readonly date: Day | null
  readonly status: DeadlineStatus
  readonly basis: DeadlineBasis | null
  /** Days from today to `date`: 0 on the day itself, negative after it. */
  readonly daysLeft: number | null
  /** Whether CalVCB's late-filing statement belongs to the filing. */
  readonly lateFilingStatement: boolean
  readonly reasons: readonly Reason[]
  readonly assumptions: readonly AssumptionId[]
}

interface Candidate {
  readonly basis: DeadlineBasis
  readonly date: Day
  readonly source: PartialDate
}

/** The day some years after a date; a month or a year is read at its first day, 29 February falls back to the 28th. */
const yearsAfter = (date: PartialDate, years: number): Day => addYears(firstDayOf(date), years, 'back')

/**
 * The filing deadline of Gov. Code § 13953(a): the latest of 7 years after the crime ended, the 28th
 * birthday and 7 years after discovery; of equal dates the first named is the basis. A filing that
 * only discovery keeps in time takes the late-filing statement along, in case the Board sees it otherwise. An end after today does not count.
 */
export function filingDeadline(claim: Pick<ClaimFile, 'crime' | 'victim'>, today: Day): DeadlineResult {
  const end = endedBy(claim.crime?.end, today)
  const none = { date: null, basis: null, daysLeft: null, lateFilingStatement: false, assumptions: [] }
  if (end === undefined) {
    return { ...none, status: 'unknown', reasons: [{ code: 'crime-end-missing', effect: 'needs', citation: 'gov-13953-a' }] }
  }
  if (end === 'ongoing') {
    return {
      ...none,
      status: 'open',
      reasons: [{ code: 'crime-ongoing', effect: 'supports', citation: 'gov-13953-a' }],
      assumptions: ['ended-seven-years-reading'],
    }
  }
  const candidates = candidatesOf(claim, end)
  const latest = candidates.reduce((best, candidate) => (candidate.date > best.date ? candidate : best))
  const daysLeft = daysBetween(today, latest.date)
  const status = daysLeft < 0 ? 'late-filing' : daysLeft <= DEADLINES.soon.amount ? 'soon' : 'open'
  // If only discovery is in time, it is also the latest date, since every other date is past.
  const byDiscoveryAlone =
    daysLeft >= 0 && latest.basis === 'discovery' && candidates.every(({ basis, date }) => basis === 'discovery' || date < today)
  return {
    date: latest.date,
    status,
    basis: latest.basis,
    daysLeft,
    lateFilingStatement: status === 'late-filing' || byDiscoveryAlone,
    reasons: reasonsOf(status, byDiscoveryAlone),
    assumptions: [
      'ended-seven-years-reading',
      ...(candidates.some(({ source }) => source.length < 10) ? ['partial-date-read-early' as const] : []),
    ],
  }
}

/** An end after today has not come: what is still to come has not ended, and when it ended is not known. */
const endedBy = (end: PartialDate | undefined, today: Day) =>
  end !== undefined && end !== 'ongoing' && firstDayOf(end) > today ? undefined : end

function candidatesOf(claim: Pick<ClaimFile, 'crime' | 'victim'>, end: PartialDate): [Candidate, ...Candidate[]] {
  const birthDate = claim.victim?.birthDate
  const discovered = claim.crime?.discovered
  const candidates: [Candidate, ...Candidate[]] = [{ basis: 'crime', date: yearsAfter(end, DEADLINES.filing.amount), source: end }]
  if (birthDate !== undefined) {
    candidates.push({ basis: 'age-21', date: yearsAfter(birthDate, DEADLINES.filingBirthday.amount), source: birthDate })
  }
  if (discovered !== undefined) {
    candidates.push({ basis: 'discovery', date: yearsAfter(discovered, DEADLINES.discovery.amount), source: discovered })
  }
  return candidates
}

function reasonsOf(status: 'open' | 'soon' | 'late-filing', byDiscoveryAlone: boolean): Reason[] {
  if (status === 'late-filing') return [{ code: 'late-filing', effect: 'needs', citation: 'gov-13953-b' }]
  const code = status === 'soon' ? 'deadline-soon' : 'deadline-open'
  const inTime: Reason = { code, effect: 'supports', citation: 'gov-13953-a' }
  return byDiscoveryAlone ? [inTime, { code: 'discovery-alone', effect: 'explains', citation: 'gov-13953-a' }] : [inTime]
}
