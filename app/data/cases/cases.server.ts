import { isDeepStrictEqual } from 'node:util'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { QUESTION_IDS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { Actor, Permission } from '#machines/casework/permissions.ts'
import type { CaseSummary } from '#machines/casework/case-summary.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { isOwnWords } from '#machines/claim/authors.ts'
import type { DraftProposal } from '#machines/draft/events.ts'
import type { LifecycleObstacle } from '#machines/draft/needs.ts'
import type { LifecycleRole } from '#machines/draft/roles.ts'
import { takeStep, type LifecycleFacts } from '#machines/draft/steps.ts'
import { filingFacts, type FilingFacts } from '#machines/rules/filing-facts.ts'
import { beginCase, ownPlace, placeTarget, type CasePlace } from './case-begin.server.ts'
import { requireAllowed, type CaseResult, type CaseRow, type OnCase, type OpenCaseRow } from './on-case.server.ts'
import {
  type CaseAbout,
  type DraftContent,
  keptUntil,
  openAbout,
  openContent,
  openSummary,
  refreshCases,
  sealAbout,
  sealColumn,
  writeSearchIndexes,
  writtenColumns,
} from '#app/data/drafts/index.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import { DRAFT_PARTS, type DraftPart } from '#app/keys/draft-keys.server.ts'

/** A case without its claim. */
export interface CaseHead {
  readonly id: string
  readonly number: number
  readonly teamId: string | null
  readonly memberIds: readonly string[]
  readonly about: CaseAbout
  /** `null` where the claim was taken back, handed on or deleted. */
  readonly summary: CaseSummary | null
  readonly createdAt: Date
  readonly changedAt: Date
  readonly endedAt: Date | null
}

/** A case with its claim open, as far as it was shared. */
export interface OpenCase extends CaseHead, DraftContent {
  readonly revision: number
  /** Parts of the claim that were shared. */
  readonly parts: readonly DraftPart[]
  /** Whether the organization may fill the claim in. */
  readonly mayEdit: boolean
  /** Whether the organization began the claim and has not given it away. Only then can it make a phrase for it, and move it. */
  readonly ours: boolean
  /** Whether a person outside the organization holds the claim by a phrase. */
  readonly hasPhrase: boolean
}

type CaseSave =
  | { readonly ok: true; readonly revision: number }
  /** Another save came in between; nothing was written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly conflict: { readonly revision: number; readonly answers: ClaimAnswers } }
  /** The claim was shared to read, not to fill in. */
  | { readonly ok: false; readonly reason: 'read-only' }
  /** The save would change the survivor's own words, which only the survivor may change; nothing was written. */
  | { readonly ok: false; readonly reason: 'own-words'; readonly pages: readonly QuestionId[] }

type CaseStep = { readonly ok: true } | { readonly ok: false; readonly obstacles: readonly LifecycleObstacle[] }

/** Cases of an organization. Each call finds the case, checks the member's permission, and writes the record, unless it says otherwise. */
export interface Cases {
  /**
   * Begins a claim for a survivor who has none. Without a place, the case is the member's own.
   * @throws Error where the member may not begin a case with this team and these members
   */
  readonly create: (
    actor: Actor,
    fresh: { readonly language: LanguageCode; readonly about: CaseAbout; readonly answers?: ClaimAnswers; readonly place?: CasePlace },
  ) => Promise<{ readonly number: number }>
  /** The case without its claim, for the frame around a page that reads the case itself. It is not recorded. */
  readonly peek: (actor: Actor, number: number) => Promise<CaseResult<CaseHead>>
  /**
   * The case with its claim open.
   * @param permission the permission that the page needs, where reading is not all
   */
  readonly find: (actor: Actor, number: number, permission?: Permission) => Promise<CaseResult<OpenCase>>
  /** Saves answers where `revision` is still the stored one. Parts that were not shared stay as they are. */
  readonly save: (
    actor: Actor,
    number: number,
    revision: number,
    written: { readonly answers: ClaimAnswers; readonly language?: LanguageCode },
  ) => Promise<CaseResult<CaseSave>>
  /** Takes a step in the lifecycle of the claim, or names the obstacles. */
  readonly takeStep: (actor: Actor, number: number, proposal: DraftProposal) => Promise<CaseResult<CaseStep>>
  /** Changes the organization's own words for a case. */
  readonly describe: (actor: Actor, number: number, about: CaseAbout) => Promise<CaseResult<null>>
}

export function createCases(context: CaseworkContext, onCase: OnCase): Cases {
  const today = () => dayInLosAngeles(new Date(context.now()))

  return {
    create: async (actor, { language, about, answers = {}, place = ownPlace(actor) }) =>
      requireAllowed(
        await onCase.organization(actor, 'create:case', placeTarget(actor, place), 'case.created', async (transaction, found) => ({
          number: (await beginCase(context, transaction, found, { language, about, answers, status: [], place })).number,
        })),
      ),

    peek: (actor, number) => onCase.peek(actor, 'read:case', number, found => headOf(found)),

    find: (actor, number, permission = 'read:case') =>
      onCase.claim(actor, permission, number, 'case.read', (_transaction, found) => Promise.resolve(openCaseOf(found))),

    save: (actor, number, revision, written) =>
      onCase.claim(actor, 'edit:case', number, 'case.saved', async (transaction, found): Promise<CaseSave> => {
        const { draft, grant } = found
        if (!grant.mayEdit) {
          found.nothingDone()
          return { ok: false, reason: 'read-only' }
        }
        const before = openContent(grant.keys, draft)
        const ownWords = grant.dataKey
          ? []
          : QUESTION_IDS.filter(
              page => isOwnWords(before.authors, before.answers, page) && !isDeepStrictEqual(before.answers[page], written.answers[page]),
            )
        if (ownWords.length > 0 && draft.revision === revision) {
          found.nothingDone()
          return { ok: false, reason: 'own-words', pages: ownWords }
        }
        const { count } = await transaction.draft.updateMany({
          where: { id: draft.id, keyId: draft.keyId, revision },
          data: {
            revision: revision + 1,
            ...writtenColumns(grant.keys, draft, written, 'staff'),
            updatedAt: new Date(context.now()),
            deleteAfter: keptUntil(draft, { ...before, ...written }, context.now()),
          },
        })
        if (count === 0) {
          found.nothingDone()
          return { ok: false, reason: 'conflict', conflict: { revision: draft.revision, answers: before.answers } }
        }
        await refreshCases(context, transaction, draft)
        return { ok: true, revision: revision + 1 }
      }),

    takeStep: (actor, number, proposal) =>
      onCase.claim(actor, permissionFor(proposal), number, 'case.step', async (transaction, found): Promise<CaseStep> => {
        const { draft, grant } = found
        const { answers, status } = openContent(grant.keys, draft)
        const facts: LifecycleFacts = { today: today(), filing: sharedFacts(answers, today(), grant.keys.parts.story !== null) }
        const step = takeStep(status, proposal, actor.role as LifecycleRole, facts)
        if (!step.ok) {
          found.nothingDone()
          return step
        }
        await transaction.draft.update({
          where: { id: draft.id },
          data: {
            status: sealColumn(grant.keys, 'status', step.history),
            deleteAfter: keptUntil(draft, { answers, status: step.history }, context.now()),
          },
          select: { id: true },
        })
        await refreshCases(context, transaction, draft)
        return { ok: true }
      }),

    describe: (actor, number, about) =>
      onCase.row(actor, 'edit:case', number, 'case.described', async (transaction, { row, key }) => {
        await transaction.case.update({
          where: { id: row.id },
          data: { about: sealAbout(key, row.id, about), changedAt: new Date(context.now()) },
          select: { id: true },
        })
        await writeSearchIndexes(transaction, key, row.id, openSummary(key, row), about)
        return null
      }),
  }
}

/** Reads a case without its claim from its row. */
export const headOf = ({ row, memberIds, key }: Pick<CaseRow, 'row' | 'memberIds' | 'key'>): CaseHead => ({
  id: row.id,
  number: row.number,
  teamId: row.teamId,
  memberIds,
  about: openAbout(key, row),
  summary: openSummary(key, row),
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  endedAt: row.endedAt,
})

/** Reads a case with its claim from its rows. */
export const openCaseOf = (found: OpenCaseRow): OpenCase => {
  const { draft, grant } = found
  return {
    ...headOf(found),
    ...openContent(grant.keys, draft),
    revision: draft.revision,
    parts: DRAFT_PARTS.filter(part => grant.keys.parts[part]),
    mayEdit: grant.mayEdit,
    ours: grant.dataKey !== null,
    hasPhrase: draft.lookup !== null,
  }
}

/**
 * The facts for filing, from the answers. A missing story is no obstacle here where it was not shared, since it is the survivor's own to
 * tell.
 */
export function sharedFacts(answers: ClaimAnswers, today: Day, storyShared: boolean): FilingFacts {
  const { blockers, plan } = filingFacts(assembleClaim(answers, today))
  return { plan, blockers: blockers.filter(({ item }) => storyShared || item !== 'crime-circumstances') }
}

/** The permission that a step needs. The statechart decides further which of the roles may take it. */
export function permissionFor({ type }: Pick<DraftProposal, 'type'>): Permission {
  if (type === 'APPROVED' || type === 'CHANGES_ASKED') return 'give:review'
  if (type === 'SENT_TO_REVIEW' || type === 'TAKEN_FROM_REVIEW') return 'ask:review'
  if (type === 'PRINTED') return 'print:case'
  if (type === 'ANSWER_CHANGED') return 'edit:case'
  return 'file:case'
}
