import { formatDate, formatMoney } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { claimOfCheck } from '#machines/eligibility/answers.ts'
import { ASSUMPTIONS, type AssumptionId } from '#machines/law/assumptions.ts'
import type { Confidence } from '#machines/law/citation.ts'
import { CITATIONS, type CitationId } from '#machines/law/citations.ts'
import { CALVCB } from '#machines/law/contacts.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'
import { DEADLINE_REASONS, filingDeadline, type DeadlineResult } from '#machines/rules/deadline.ts'
import { eligibility, type EligibilityOutcome } from '#machines/rules/eligibility.ts'
import { estimateBars } from '#machines/rules/estimate-bars.ts'
import { incomeLoss, type IncomeLossResult } from '#machines/rules/income-loss.ts'
import { missingItems } from '#machines/rules/missing.ts'
import type { Reason } from '#machines/rules/reason.ts'
import { answerLines, type AnswerLine, type Sentence } from './answer-lines.server.ts'
import { estimateView, type EstimateView } from './estimate-view.server.ts'
import { amountSentence } from './money-words.server.ts'
import type { CheckVisit } from './visit.server.ts'

/** A source as shown: its text is never translated. */
interface Source {
  readonly text: string
  readonly confidence: Confidence
}

/** A sentence of the rules and the source that it rests on. */
export interface SourcedSentence {
  /** What it says, in code. */
  readonly code: string
  readonly text: string
  readonly source: Source
}

/** Who reads, and how sentences are said to them. The rules' sentences are said here: so no page needs them all in the browser. */
export interface Reader {
  readonly language: LanguageCode
  readonly t: Translate
}

const REASON_GROUPS = ['risk', 'needs', 'supports', 'explains'] as const

/** What the rules find in a claim: the check and the claim tell it alike. */
export interface FindingsView {
  readonly outcome: { readonly code: EligibilityOutcome; readonly title: string; readonly text: string }
  readonly groups: readonly { readonly effect: Reason['effect']; readonly reasons: readonly SourcedSentence[] }[]
  readonly time: {
    /** Where the time stands and what it was counted from, in sentences. */
    readonly told: readonly string[]
    /** The last day in words, `null` where there is none. */
    readonly date: string | null
    /** Days that are left, only where they are few. */
    readonly daysLeft: number | null
    /** Whether the last day is over. */
    readonly passed: boolean
    readonly lateForm: boolean
    /** Why, where the status alone does not say it. */
    readonly reasons: readonly SourcedSentence[]
    readonly source: Source
  }
  readonly money: {
    readonly amount: Sentence | null
    /** The amount as a picture; `null` where there is none. */
    readonly picture: EstimateView | null
    /** Said under the amount, or in its place. */
    readonly notes: readonly Sentence[]
    readonly most: Sentence & { readonly source: Source }
    readonly reasons: readonly SourcedSentence[]
  }
  readonly assumptions: readonly SourcedSentence[]
}

/** What the result page shows; sentences of the check's own are looked up by the page. */
export interface ResultView extends FindingsView {
  readonly next: readonly string[]
  readonly calvcb: string
  readonly missing: readonly string[]
  readonly answers: readonly AnswerLine[]
}

function sourceOf(id: CitationId): Source {
  const { text, confidence } = CITATIONS[id]
  return { text, confidence }
}

const sayReason =
  (t: Translate) =>
  ({ code, params, citation }: Reason): SourcedSentence => ({ code, text: t(`rules:reason.${code}`, params), source: sourceOf(citation) })

const aboutTime = ({ code }: Reason) => (DEADLINE_REASONS as readonly string[]).includes(code)

/** One story, told from the reasons that the rules gave. */
export function findingsView(claim: ClaimFile, today: Day, { language, t }: Reader): FindingsView {
  const found = eligibility(claim, today)
  const deadline = filingDeadline(claim, today)
  const loss = incomeLoss(claim.work, today)
  // What says that there is time stands with the date; what is missing or late stands with the rest, too.
  const told = [...found.reasons, ...found.notes].filter(reason => !aboutTime(reason) || reason.effect === 'needs')
  const timeReasons = deadline.reasons.filter(({ code }) => code === 'crime-ongoing' || code === 'discovery-alone')
  const assumptions = new Set<AssumptionId>([...found.assumptions, ...(loss.highCents > 0 ? loss.assumptions : [])])
  return {
    outcome: { code: found.outcome, title: t(`rules:outcome.${found.outcome}.title`), text: t(`rules:outcome.${found.outcome}.text`) },
    groups: REASON_GROUPS.map(effect => ({
      effect,
      reasons: told.filter(reason => reason.effect === effect).map(sayReason(t)),
    })).filter(group => group.reasons.length > 0),
    time: {
      told: timeTold(deadline, timeReasons.length > 0, t),
      date: deadline.date && formatDate(deadline.date, language),
      daysLeft: deadline.status === 'soon' ? deadline.daysLeft : null,
      passed: deadline.status === 'late-filing',
      lateForm: deadline.lateFilingStatement,
      reasons: timeReasons.map(sayReason(t)),
      source: sourceOf(deadline.lateFilingStatement ? 'late-filing' : 'gov-13953-a'),
    },
    money: moneyView(claim, today, loss, { language, t }),
    assumptions: [...assumptions].map(id => ({ code: id, text: t(`rules:assumption.${id}`), source: sourceOf(ASSUMPTIONS[id]) })),
  }
}

/** Where the time stands; reasons that are told beside it say by themselves why there is no day. */
function timeTold({ status, basis, date }: DeadlineResult, explained: boolean, t: Translate): string[] {
  return [...(explained && !date ? [] : [t(`rules:deadline.status.${status}`)]), ...(basis ? [t(`rules:deadline.basis.${basis}`)] : [])]
}

/** The result of the check: what the rules find, and what can be done next. */
export function resultView(visit: CheckVisit, reader: Reader): ResultView {
  const { today } = visit
  const claim = claimOfCheck(visit.answers, today)
  const findings = findingsView(claim, today, reader)
  const { money, time } = findings
  // The check asks for no periods of work, so all the time between the dates was counted.
  const span = money.notes.some(({ key }) => key === ESTIMATE_NOTE) ? [{ key: 'check:result.moneySpan' }] : []
  return {
    ...findings,
    money: { ...money, notes: [...money.notes, ...span] },
    next: [
      'nextAdvocate',
      ...(claim.crime?.kinds?.includes('forced-crime') ? ['nextLawyer'] : []),
      'nextProof',
      ...(time.lateForm ? ['nextLate'] : []),
      'nextApply',
      'nextEmergency',
    ],
    calvcb: CALVCB.phone.value,
    missing: missingItems(claim).map(({ item }) => reader.t(`rules:missing.${item}`)),
    answers: answerLines(visit, reader.language),
  }
}

const ESTIMATE_NOTE = 'check:result.moneyEstimate'

/** The estimate in words and as a picture: never a promise, and nothing at all where a date or the hours are not known. */
function moneyView({ work }: ClaimFile, today: Day, loss: IncomeLossResult, { language, t }: Reader): ResultView['money'] {
  const limits = incomeLossLimits(today)
  const bars = estimateBars(work, loss, today)
  const unknown = loss.reasons.some(({ effect }) => effect === 'needs')
  return {
    amount: loss.highCents === 0 ? null : amountSentence(loss, language),
    picture: bars && estimateView(bars, language, t),
    notes: [{ key: unknown ? 'check:result.moneyUnknown' : loss.highCents === 0 ? 'check:result.moneyNone' : ESTIMATE_NOTE }],
    most: {
      key: 'check:result.moneyMost',
      params: { perYear: formatMoney(limits.capCentsPerYear, language), years: limits.mostYears },
      source: sourceOf(limits.capCitation),
    },
    reasons: loss.reasons.filter(({ effect }) => effect === 'explains').map(sayReason(t)),
  }
}
