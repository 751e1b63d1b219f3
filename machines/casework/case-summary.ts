import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { replayDraft, type DraftStateName } from '#machines/draft/machine.ts'
import { dueDates, type DueKind, type DueThing } from '#machines/rules/due-dates.ts'
import { missingItems, type MissingItemId } from '#machines/rules/missing.ts'

/** Something due, as a list keeps it; how many days are left is counted when it is shown. */
export interface SummaryDue {
  readonly kind: DueKind
  readonly whose: 'ours' | 'board'
  readonly day: Day
  /** How sure the day is and what it rests on. Not in summaries from before it was kept; the next change of the claim brings it. */
  readonly certainty?: DueThing['certainty']
  readonly assumptions?: DueThing['assumptions']
}

/** What a list of cases says of one, so that it need not open the claim. Only ever kept sealed. */
export interface CaseSummary {
  /** Names by which people may look for the case: the victim's, the claimant's, other names. Empty while nobody gave one. */
  readonly names: readonly string[]
  /** Digits of telephone numbers. */
  readonly phones: readonly string[]
  readonly birthDate: string | null
  readonly state: DraftStateName
  readonly language: string
  readonly missing: readonly MissingItemId[]
  readonly due: readonly SummaryDue[]
  /** Whether the story was given, too: where it was not, nobody here can say whether it is missing. */
  readonly storyShared: boolean
}

/** What the summary is made from: as much of the claim as was given. */
export interface SummarySource {
  readonly answers: ClaimAnswers
  readonly status: readonly DraftEvent[]
  readonly language: string
  readonly storyShared: boolean
}

/** Sums a claim up for a list. What was not given is not called missing. */
export function summarize({ answers, status, language, storyShared }: SummarySource, today: Day): CaseSummary {
  const claim = assembleClaim(answers, today)
  const life = replayDraft(status)
  return {
    names: namesIn(claim),
    phones: [claim.victim?.phone, claim.claimant?.phone].flatMap(phone => digitsOf(phone)),
    birthDate: claim.victim?.birthDate ?? null,
    state: life.state,
    language,
    missing: [...new Set(missingItems(claim).map(({ item }) => item))].filter(item => storyShared || item !== 'crime-circumstances'),
    due: dueDates(claim, life, today).map(({ kind, whose, day, certainty, assumptions }) => ({ kind, whose, day, certainty, assumptions })),
    storyShared,
  }
}

function namesIn({ victim, claimant }: ClaimFile): string[] {
  const full = (person: { firstName?: string | undefined; middleName?: string | undefined; lastName?: string | undefined } | undefined) =>
    [person?.firstName, person?.middleName, person?.lastName].filter(part => part !== undefined && part.trim() !== '').join(' ')
  return [full(victim), full(claimant), victim?.otherNames ?? ''].filter(name => name !== '')
}

function digitsOf(phone: string | undefined): string[] {
  const digits = phone?.replace(/\D/g, '') ?? ''
  return digits === '' ? [] : [digits]
}

/** The next day on which somebody here has to act, or, where there is none, the next that is waited for. */
export function nextDue({ due }: Pick<CaseSummary, 'due'>): SummaryDue | null {
  return due.find(({ whose }) => whose === 'ours') ?? due[0] ?? null
}
