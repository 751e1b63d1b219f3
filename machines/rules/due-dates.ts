import { addDays, addMonths, daysBetween, type Day } from '#machines/calendar/day.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { AssumptionId } from '#machines/law/assumptions.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { DEADLINES, type DeadlineId } from '#machines/law/deadlines.ts'
import { filingDeadline } from './deadline.ts'
import { turnsDown, type Decision, type LifecycleDays } from './lifecycle-days.ts'
import { emergencyPayDay, payBirthday, processingDates, type ProcessingDates, type ProcessingStep } from './processing-dates.ts'

/** Everything that can be due; of things due on one day the first named comes first. */
export const DUE_KINDS = [
  'filing',
  'missing-information',
  'hearing-request',
  'hearing-information',
  'appeal',
  'court',
  'receipt',
  'eligibility',
  'assignment',
  'review',
  'emergency-pay',
  'appeal-decision',
  'pay-birthday',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** What a due day can rest on beside the assumptions of the law. */
export const DUE_ASSUMPTIONS = {
  /** CalVCB staff told how long its steps took; CalVCB promised nothing. */
  'windows-as-told': 'sji-how-to-apply',
  /** A step is counted from the one before it, the longest times added up. */
  'windows-added-up': 'house-choice',
  /** How the notice came is not known, so the shorter of the two times is counted. */
  'shorter-of-two': 'gov-13960',
  /** The Board's time runs from receipt, a day that we do not know, so it is counted from the day of sending. */
  'counted-from-sending': 'house-choice',
} as const satisfies Record<string, CitationId>
type DueAssumptionId = keyof typeof DUE_ASSUMPTIONS

/** One thing that is due on a day. */
export interface DueThing {
  readonly kind: DueKind
  /** Who has to act: the claimant and who helps, or the Board. */
  readonly whose: 'ours' | 'board'
  /** First day on which it may come; `null` where there is only a last day. */
  readonly from: Day | null
  /** Last day to act, or last day on which it is expected. */
  readonly day: Day
  /** Days from today to `day`: 0 on the day itself, negative after it. */
  readonly daysLeft: number
  readonly overdue: boolean
  /**
   * `rule`: a rule sets the day; `reading`: a rule as this program reads it; `expected`: what the Board can be expected to do, which is no
   * promise.
   */
  readonly certainty: 'rule' | 'reading' | 'expected'
  readonly citation: CitationId
  readonly assumptions: readonly (AssumptionId | DueAssumptionId)[]
}

type Due = Omit<DueThing, 'daysLeft' | 'overdue'>

/**
 * Everything that is due in a claim, the nearest day first. Nothing is due in a closed draft. A day that has passed stays, marked as
 * overdue, until what was due has happened: a late filing or appeal is still possible, and a late letter can be asked for.
 */
export function dueDates(claim: ClaimFile, lifecycle: LifecycleDays, today: Day): DueThing[] {
  if (lifecycle.closedOn !== null) return []
  return [...filing(claim, lifecycle, today), ...ours(lifecycle), ...windows(claim, lifecycle), ...board(claim, lifecycle, today)]
    .map(due => ({ ...due, daysLeft: daysBetween(today, due.day), overdue: due.day < today }))
    .sort((one, other) => daysBetween(other.day, one.day) || DUE_KINDS.indexOf(one.kind) - DUE_KINDS.indexOf(other.kind))
}

function filing(claim: ClaimFile, { filedOn }: LifecycleDays, today: Day): Due[] {
  const { date, assumptions } = filingDeadline(claim, today)
  if (filedOn !== null || date === null) return []
  return [
    {
      kind: 'filing',
      whose: 'ours',
      from: null,
      day: date,
      certainty: assumptions.length > 0 ? 'reading' : 'rule',
      citation: DEADLINES.filing.citation,
      assumptions,
    },
  ]
}

/** What the claimant has to answer, counted from the day of a notice. */
function ours({ informationAskedOn, decision, appealedOn, recommendationOn }: LifecycleDays): Due[] {
  const noticed = (kind: DueKind, id: DeadlineId, noticeOn: Day, assumptions: Due['assumptions'] = []): Due => ({
    kind,
    whose: 'ours',
    from: null,
    day: addDays(noticeOn, DEADLINES[id].amount),
    certainty: assumptions.length > 0 ? 'reading' : 'rule',
    citation: DEADLINES[id].citation,
    assumptions,
  })
  return [
    ...(informationAskedOn === null ? [] : [noticed('missing-information', 'incomplete', informationAskedOn)]),
    ...(recommendationOn === null
      ? []
      : [
          noticed('hearing-request', 'hearingRequest', recommendationOn, ['appeal-days-differ']),
          noticed('hearing-information', 'hearingInformation', recommendationOn, ['appeal-days-differ']),
        ]),
    ...(turnsDown(decision) && !decision.afterAppeal && appealedOn === null ? [noticed('appeal', 'appeal', decision.noticeOn)] : []),
    ...(turnsDown(decision) && decision.afterAppeal
      ? [
          noticed(
            'court',
            decision.way === 'mailed' ? 'writAfterMailing' : 'writAfterDelivery',
            decision.noticeOn,
            decision.way === null ? ['shorter-of-two'] : [],
          ),
        ]
      : []),
  ]
}

/** The Board's steps that have not come, counted from the latest one that has. */
function windows(claim: ClaimFile, { filedOn, receivedOn, eligibleOn, incomeLossReviewOn, decision }: LifecycleDays): Due[] {
  if (filedOn === null || decision !== null) return []
  const [since, next] = latest([incomeLossReviewOn, 'review'], [eligibleOn, 'assignment'], [receivedOn, 'eligibility']) ?? [
    filedOn,
    'receipt',
  ]
  // A claim without work asks for no income loss, so none is reviewed.
  const steps = processingDates(since, next).filter(({ step }) => claim.work?.length !== 0 || step === 'receipt' || step === 'eligibility')
  return steps.map((step, index) => expected(step, index > 0))
}

function latest(...steps: readonly [Day | null, ProcessingStep][]): [Day, ProcessingStep] | null {
  for (const [day, next] of steps) if (day !== null) return [day, next]
  return null
}

function expected({ step, from, to, citation }: ProcessingDates, addedUp: boolean): Due {
  const assumptions: DueAssumptionId[] = addedUp ? ['windows-as-told', 'windows-added-up'] : ['windows-as-told']
  return { kind: step, whose: 'board', from, day: to, certainty: 'expected', citation, assumptions }
}

/** What the Board has to do because a rule says so. */
function board(claim: ClaimFile, { filedOn, decision, appealedOn, paidOn }: LifecycleDays, today: Day): Due[] {
  const due = (kind: DueKind, from: Day | null, day: Day, citation: CitationId, assumptions: Due['assumptions'] = []): Due => ({
    kind,
    whose: 'board',
    from,
    day,
    certainty: 'expected',
    citation,
    assumptions,
  })
  const birthday = allows(decision) && paidOn === null ? payBirthday(claim.victim?.birthDate, today) : null
  return [
    ...(claim.emergency?.requested === true && filedOn !== null && decision === null && paidOn === null
      ? [due('emergency-pay', null, emergencyPayDay(filedOn), DEADLINES.emergencyAward.citation, ['counted-from-sending'])]
      : []),
    ...(appealedOn !== null && decision?.afterAppeal === false
      ? [
          due('appeal-decision', null, addMonths(appealedOn, DEADLINES.appealDecision.amount), DEADLINES.appealDecision.citation, [
            'counted-from-sending',
          ]),
        ]
      : []),
    ...(birthday ? [due('pay-birthday', birthday.from, birthday.to, DEADLINES.payAge.citation)] : []),
  ]
}

const allows = (decision: Decision | null) => decision !== null && decision.kind !== 'denied'
