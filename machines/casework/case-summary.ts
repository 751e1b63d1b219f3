import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { replayDraft, type DraftStateName } from '#machines/draft/machine.ts'
import { dueDates, type DueKind, type DueThing } from '#machines/rules/due-dates.ts'
import { missingItems, type MissingItemId } from '#machines/rules/missing.ts'

/** Something that is due, as a list keeps it; the days that are left are counted when the list is shown. */
export interface SummaryDue {
  readonly kind: DueKind
  readonly whose: 'ours' | 'board'
  readonly day: Day
  /** How sure the day is and what it rests on. Older summaries have neither until the next change of the claim writes both. */
  readonly certainty?: DueThing['certainty']
  readonly assumptions?: DueThing['assumptions']
}

/** What a list of cases says about one case, so that the list need not open the claim. It is only ever stored sealed. */
export interface CaseSummary {
  /** Names by which members may search for the case: the victim's, the claimant's, other names. Empty while the claim has no name. */
  readonly names: readonly string[]
  /** Digits of telephone numbers. */
  readonly phones: readonly string[]
  readonly birthDate: string | null
  readonly state: DraftStateName
  readonly language: string
  readonly missing: readonly MissingItemId[]
  readonly due: readonly SummaryDue[]
  /** Whether the story was shared, too. Where it was not, the organization cannot say whether it is missing. */
  readonly storyShared: boolean
}

/** What the summary is made from: the parts of the claim that were shared with the organization. */
export interface SummarySource {
  readonly answers: ClaimAnswers
  readonly status: readonly DraftEvent[]
  readonly language: string
  readonly storyShared: boolean
}

/** Summarizes a claim for a list. A story that was not shared is not reported as missing. */
export function summarize({ answers, status, language, storyShared }: SummarySource, today: Day): CaseSummary {
  const claim = assembleClaim(answers, today)
  const lifecycle = replayDraft(status)
  return {
    names: namesIn(claim),
    phones: [claim.victim?.phone, claim.claimant?.phone].flatMap(phone => digitsOf(phone)),
    birthDate: claim.victim?.birthDate ?? null,
    state: lifecycle.state,
    language,
    missing: [...new Set(missingItems(claim).map(({ item }) => item))].filter(item => storyShared || item !== 'crime-circumstances'),
    due: dueDates(claim, lifecycle, today).map(({ kind, whose, day, certainty, assumptions }) => ({
      kind,
      whose,
      day,
      certainty,
      assumptions,
    })),
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

/** The next thing due on our side or, where there is none, the next step that we expect of the Board. */
export function nextDue({ due }: Pick<CaseSummary, 'due'>): SummaryDue | null {
  return due.find(({ whose }) => whose === 'ours') ?? due[0] ?? null
}
